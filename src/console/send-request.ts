import type { BuiltRequest } from '../../wire/built-request.ts';
import { credentialHeader, urlWithKey } from '../../wire/credentials.ts';
import { bareType } from '../../wire/media-types.ts';
import { formText } from '../../wire/write-body.ts';
import { writeMultipart } from '../../wire/write-multipart.ts';
import type { ReceivedResponse } from '../exchange/received-response.ts';
import { findStreamKind } from '../exchange/stream-items.ts';
import { findStatusText } from '../ui/status-texts.ts';
import { type FailureReason, findFailureReason } from './failure-reason.ts';
import { readStream, type StreamProgress } from './read-stream.ts';

/** The result of a call: a response of any status, or the reason why there is none. */
export type Outcome =
  | { response: ReceivedResponse; failure?: undefined }
  | { failure: FailureReason; response?: undefined };

export interface SendOptions {
  key: string;
  /** Aborts the call when the person cancels. */
  signal?: AbortSignal;
  timeoutMilliseconds?: number;
  /** Is told what arrives of a response that is a stream, which takes as long as it takes. */
  onStream?: (progress: StreamProgress) => void;
}

/** A sandbox responds in milliseconds, so a longer wait is pointless. */
export const TIMEOUT_MILLISECONDS = 30_000;

function bodyOf(request: BuiltRequest): string | Blob | undefined {
  const { body } = request;
  if (body?.kind === 'file') return body.file;
  if (body?.kind === 'form') return formText(body.pairs);
  if (body?.kind !== 'multipart') return body?.text;
  // FormData would make a file of each text that has a media type, and knows no other headers. A Blob's type is lower case.
  const boundary = `----cais${Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16)).join('')}`;
  return new Blob(writeMultipart(body.parts, boundary), { type: `multipart/form-data; boundary=${boundary}` });
}

function headersOf(request: BuiltRequest, key: string): Headers {
  const headers = new Headers(request.headers);
  for (const credential of request.credentials) {
    const header = credentialHeader(credential, key);
    if (header) headers.set(...header);
  }
  return headers;
}

/** Sends a request and reads the full response. Network errors are returned, never thrown. */
export async function sendRequest(request: BuiltRequest, options: SendOptions): Promise<Outcome> {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), options.timeoutMilliseconds ?? TIMEOUT_MILLISECONDS);
  const signal = options.signal ? AbortSignal.any([options.signal, timeout.signal]) : timeout.signal;
  const sentAt = new Date().toISOString();
  const start = performance.now();
  try {
    const body = bodyOf(request);
    const fetched = await fetch(urlWithKey(request, options.key), {
      method: request.method,
      headers: headersOf(request, options.key),
      ...(body !== undefined && { body }),
      signal,
      // The key is a call's only identity, and a 304 must come from the sandbox, not from the browser's cache.
      credentials: 'omit',
      cache: 'no-store',
    });
    const { status } = fetched;
    const reason = fetched.statusText || (findStatusText(String(status)) ?? '');
    const kind = findStreamKind(bareType(fetched.headers.get('content-type') ?? ''));
    const onItems = (count: number, items: string[]) => options.onStream?.({ status, reason, count, items });
    // Whoever watches a stream ends it.
    if (kind && options.onStream) clearTimeout(timer);
    const read =
      kind && fetched.body
        ? await readStream(fetched.body, kind, onItems, signal)
        : { bytes: new Uint8Array(await fetched.arrayBuffer()) };
    const response: ReceivedResponse = {
      method: request.method,
      url: request.url,
      status,
      reason,
      headers: [...fetched.headers],
      ...read,
      milliseconds: performance.now() - start,
      sentAt,
    };
    return { response };
  } catch (error) {
    if (options.signal?.aborted) return { failure: { kind: 'cancelled' } };
    if (timeout.signal.aborted) return { failure: { kind: 'timeout' } };
    return { failure: await findFailureReason(request, error as Error) };
  } finally {
    clearTimeout(timer);
  }
}
