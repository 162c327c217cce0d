import type { OperationData } from '../../documents/operation-data.ts';
import { buildRequest } from '../build-request.ts';
import type { CallDraft } from '../call-draft.ts';

/** The address that a form leads to, as far as it is filled in: the server's part and the rest; a place without a value keeps its name. */
export function shownAddress(operation: OperationData, draft: CallDraft, serverUrl: string): [string, string] {
  const base = serverUrl + operation.api.basePath;
  const { request } = { request: undefined, ...buildRequest(operation, { ...draft, includeBody: false }, serverUrl) };
  return [base, request ? request.url.slice(base.length) : operation.path];
}
