import type { OperationDescription } from './description.ts';
import { kindOf } from './media-kinds.ts';
import type { ClientError } from './result-types.ts';

/** The data of a response, or its error; `status` is 0 where the response could not be read. */
export type ReadResponse = { ok: true; status: number; data: unknown } | { ok: false; status: number; error: unknown };

/**
 * Reads a response: the data of a success, the API's own error, or else what was wrong. Throws if the connection breaks off.
 */
export async function readResponse(
  { errors = [], textErrors = [] }: OperationDescription,
  response: Response,
  accept: string | undefined,
): Promise<ReadResponse> {
  const { status } = response;
  if (response.ok) return readData(response, accept);
  const text = await response.text();
  const { value = text, isJson } = parse(text);
  if (text !== '' && isAmong(textErrors, status)) return { ok: false, status, error: text };
  if (!isAmong(errors, status)) {
    const message = `HTTP ${status} ${response.statusText}`.trim();
    const error: ClientError = { kind: 'http', message, status, ...(text !== '' && { body: value }) };
    return { ok: false, status, error };
  }
  if (!isJson) return unreadable(response, text, `HTTP ${status}, without the error that the API describes`);
  return { ok: false, status, error: value };
}

async function readData(response: Response, accept: string | undefined): Promise<ReadResponse> {
  const { status } = response;
  const type = response.headers.get('content-type') ?? '';
  const kind = kindOf(accept) ?? kindOf(type) ?? 'bytes';
  if (kind === 'stream') return { ok: true, status, data: response.body };
  if (kind === 'bytes') return { ok: true, status, data: await response.blob() };
  const text = await response.text();
  // A success without a body is one all the same: told as a failure, it might be sent again.
  if (text === '') return { ok: true, status, data: undefined };
  if (kind === 'text') return { ok: true, status, data: text };
  const { value, isJson } = parse(text);
  return isJson
    ? { ok: true, status, data: value }
    : unreadable(response, text, `HTTP ${status} with ${type || 'a body'} that is not JSON`);
}

function parse(text: string): { value?: unknown; isJson: boolean } {
  try {
    return { value: JSON.parse(text), isJson: true };
  } catch {
    return { isJson: false };
  }
}

function unreadable({ status }: Response, body: string, message: string): ReadResponse {
  const error: ClientError = { kind: 'unreadable', message, status, ...(body !== '' && { body }) };
  return { ok: false, status: 0, error };
}

function isAmong(statuses: (number | string)[], status: number): boolean {
  return [status, `${Math.floor(status / 100)}XX`, 'default'].some((each) => statuses.includes(each));
}
