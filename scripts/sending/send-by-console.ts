import { buildRequest } from '../../src/console/build-request.ts';
import { draftCall } from '../../src/console/call-draft.ts';
import { sendRequest } from '../../src/console/send-request.ts';
import type { OperationData } from '../../src/documents/operation-data.ts';
import type { BuiltRequest } from '../../wire/built-request.ts';
import { cookiesWithKey } from '../../wire/credentials.ts';
import { bodyShape } from '../../wire/media-types.ts';
import { fileText } from './send-by-curl.ts';

/** The request that the console makes of a form as it was opened, with a file chosen wherever one is asked for. */
export function consoleRequest(operation: OperationData, origin: string): BuiltRequest {
  const draft = draftCall(operation);
  const content = operation.requestBody?.content[draft.mediaType ?? ''];
  const named = Object.entries(content?.files ?? {}).map(([name, { type }]) => [name, [file(name, type)]] as const);
  const isFile = draft.mediaType !== undefined && bodyShape(draft.mediaType) === 'file';
  const files = { ...Object.fromEntries(named), ...(isFile && { '': [file('file', draft.mediaType)] }) };
  const result = buildRequest(operation, draft, origin, files);
  if (result.faults) throw new Error(`${operation.id}: ${JSON.stringify(result.faults)}`);
  return result.request;
}

/** Sends it as the console does. A browser lets no page set a cookie: there, only the command that is shown has it. */
export async function sendByConsole(request: BuiltRequest, key: string): Promise<void> {
  const cookies = cookiesWithKey(request, key);
  const headers =
    cookies.length > 0 ? [...request.headers, ['Cookie', cookies.join('; ')] as [string, string]] : request.headers;
  const { failure } = await sendRequest({ ...request, headers }, { key });
  if (failure) throw new Error(`${request.method} ${request.url}: ${JSON.stringify(failure)}`);
}

function file(name: string, asked = 'application/octet-stream'): File {
  const type = asked.split(',')[0] ?? '';
  return new File([fileText], `${name}.${/\/([a-z0-9]{1,5})$/.exec(type)?.[1] ?? 'bin'}`, { type });
}
