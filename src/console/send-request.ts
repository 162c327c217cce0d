import type { Answer } from '../exchange/answer.ts';
import type { BuiltRequest } from '../exchange/built-request.ts';
import { credentialHeader } from '../exchange/credentials.ts';
import { urlWithKey } from '../exchange/write-curl.ts';
import { findStatusText } from '../ui/status-texts.ts';
import { type FailureReason, findFailureReason } from './failure-reason.ts';

/** What came of a call: an answer of any status, or the reason why there is none. */
export type Outcome = { answer: Answer; failure?: undefined } | { failure: FailureReason; answer?: undefined };

export interface SendOptions {
  key: string;
  /** Ends the call at the person's wish. */
  signal?: AbortSignal;
  timeoutMilliseconds?: number;
}

/** A sandbox answers in milliseconds; who waits this long waits in vain. */
export const TIMEOUT_MILLISECONDS = 30_000;

function bodyOf(request: BuiltRequest): BodyInit | undefined {
  const { body } = request;
  if (body?.kind === 'file') return body.file;
  if (body?.kind !== 'multipart') return body?.text;
  const form = new FormData();
  for (const [name, value] of body.parts) form.append(name, value);
  return form;
}

function headersOf(request: BuiltRequest, key: string): Headers {
  const headers = new Headers(request.headers);
  for (const credential of request.credentials) {
    const header = credentialHeader(credential, key);
    if (header) headers.set(...header);
  }
  return headers;
}

/** Sends a request and reads its answer to the end. It never throws for what the network does. */
export async function sendRequest(request: BuiltRequest, options: SendOptions): Promise<Outcome> {
  const timeout = AbortSignal.timeout(options.timeoutMilliseconds ?? TIMEOUT_MILLISECONDS);
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
  const sentAt = new Date().toISOString();
  const start = performance.now();
  try {
    const body = bodyOf(request);
    const response = await fetch(urlWithKey(request, options.key), {
      method: request.method,
      headers: headersOf(request, options.key),
      ...(body !== undefined && { body }),
      signal,
      // The key is the only identity of a call, and 304 must be the sandbox's word, not the browser's cache.
      credentials: 'omit',
      cache: 'no-store',
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const answer: Answer = {
      method: request.method,
      url: request.url,
      status: response.status,
      reason: response.statusText || (findStatusText(String(response.status)) ?? ''),
      headers: [...response.headers],
      bytes,
      milliseconds: performance.now() - start,
      sentAt,
    };
    return { answer };
  } catch (error) {
    if (options.signal?.aborted) return { failure: { kind: 'cancelled' } };
    if (timeout.aborted) return { failure: { kind: 'timeout' } };
    return { failure: await findFailureReason(request, error as Error) };
  }
}
