import type { Client, ClientOptions } from './client-types.ts';
import type { AnyRequest, ApiDescription, OperationDescription } from './description.ts';
import { tokenSource } from './oauth-token.ts';
import { readPage } from './read-page.ts';
import { readResponse } from './read-response.ts';
import type { ClientError } from './result-types.ts';
import { type Settings, writeRequest } from './write-request.ts';

/** What is known of a call that led to no response. */
type Outcome = Record<string, unknown>;

/** Makes the client of an API: it sends requests, and turns whatever happens into a result. */
export function makeClient(api: ApiDescription, options: ClientOptions = {}): Client {
  const baseUrl = options.baseUrl ?? api.baseUrl;
  const send = options.fetch ?? ((request: Request) => fetch(request));
  const base = baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`;
  const settings: Settings = { api, options, baseUrl: base, fetchToken: tokenSource(base, send) };
  const call = async (operation: OperationDescription, asked: AnyRequest = {}): Promise<Outcome> => {
    const signals = signalsOf(asked, asked.timeout ?? options.timeout);
    let request: Request;
    try {
      request = await writeRequest(settings, operation, asked, signals);
    } catch (cause) {
      return failure(cause, kindOfFault(signals, 'request'));
    }
    try {
      const response = await send(request);
      return { ...(await outcomeOf(operation, asked, request, response)), ...answerOf(api, response) };
    } catch (cause) {
      return failure(cause, kindOfFault(signals, 'network'));
    }
  };
  return { baseUrl, send: call as unknown as Client['send'] };
}

async function outcomeOf(
  operation: OperationDescription,
  asked: AnyRequest,
  request: Request,
  response: Response,
): Promise<Outcome> {
  const read = await readResponse(operation, response, asked.accept ?? operation.accept);
  if (!read.ok || !operation.page) return { ...read };
  return { ...read, page: readPage(operation.page, asked, new URL(request.url), response, read.data) };
}

function answerOf({ requestId, retryAfter }: ApiDescription, response: Response): Outcome {
  const { headers } = response;
  const id = headers.get(requestId);
  const wait = retryAfter.map((name) => secondsOf(headers.get(name))).find((seconds) => seconds !== undefined);
  return { ...(id && { requestId: id }), ...(wait !== undefined && { retryAfter: wait }), headers, response };
}

/** Seconds, or the time until a date (RFC 9110, 10.2.3). */
function secondsOf(value: string | null): number | undefined {
  if (!value) return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value);
  const until = Date.parse(value);
  return Number.isNaN(until) ? undefined : Math.max(0, Math.ceil((until - Date.now()) / 1000));
}

function signalsOf({ signal }: AnyRequest, timeout: number | undefined): AbortSignal | undefined {
  if (timeout === undefined) return signal;
  const end = AbortSignal.timeout(timeout);
  return signal ? AbortSignal.any([signal, end]) : end;
}

function kindOfFault(signal: AbortSignal | undefined, other: 'request' | 'network'): ClientError['kind'] {
  if (!signal?.aborted) return other;
  return (signal.reason as { name?: string } | undefined)?.name === 'TimeoutError' ? 'timeout' : 'aborted';
}

function failure(cause: unknown, kind: ClientError['kind']): Outcome {
  const said = cause instanceof Error ? cause.message : String(cause);
  // `fetch` says only that it failed; the reason is in its cause.
  const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : '';
  const error: ClientError = { kind, message: reason ? `${said}: ${reason}` : said, status: 0, cause };
  return { ok: false, status: 0, error, headers: new Headers() };
}
