import { parseExactly } from '../../wire/exact-json.ts';
import type { OperationData } from '../documents/operation-data.ts';
import { bodyKind, decodeBody, findHeader, type ReceivedResponse } from '../exchange/received-response.ts';
import { browserStorage } from '../ui/browser-storage.ts';
import { type CallDraft, fieldKey } from './call-draft.ts';
import { rememberIds } from './seen-ids.ts';

function parseBody(response: ReceivedResponse): unknown {
  if (bodyKind(response) !== 'json') return undefined;
  try {
    return parseExactly(decodeBody(response));
  } catch {
    return undefined;
  }
}

function pathValuesOf(operation: OperationData, draft: CallDraft): Record<string, string> {
  const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
  return Object.fromEntries(
    inPath.map(({ name }) => [name, String(draft.fields[fieldKey({ in: 'path', name })]?.value ?? '')]),
  );
}

/** Remembers the ids in a response, so that other pages can suggest them. */
export function rememberResponse(
  operation: OperationData,
  draft: CallDraft,
  response: ReceivedResponse,
  workspaceId: string,
): void {
  // The ids of a simulated response do not exist.
  if (draft.simulation?.answer) return;
  rememberIds(browserStorage(), {
    workspaceId,
    apiSlug: operation.api.slug,
    method: response.method,
    path: operation.path,
    pathValues: pathValuesOf(operation, draft),
    status: response.status,
    location: findHeader(response, 'location'),
    body: parseBody(response),
  });
}
