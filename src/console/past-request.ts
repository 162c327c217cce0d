import type { BuiltRequest } from '../../wire/built-request.ts';
import type { OperationData } from '../documents/operation-data.ts';
import { buildRequest } from './build-request.ts';
import type { CallDraft } from './call-draft.ts';
import type { PastCall } from './call-history.ts';
import { withHeaders } from './extra-headers.ts';

/** What was sent with a call of the history, as far as that has it. */
export function pastRequest(
  operation: OperationData,
  { method, path }: PastCall,
  restored: CallDraft,
  serverUrl: string,
): BuiltRequest {
  const { request } = { request: undefined, ...buildRequest(operation, restored, serverUrl) };
  if (request) return withHeaders(request, restored.headers);
  return { method, url: serverUrl + operation.api.basePath + path, headers: [], cookies: [], credentials: [] };
}
