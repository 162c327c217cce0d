import type { OperationData } from '../documents/operation-data.ts';
import { type Answer, bodyKind, decodeBody, findHeader } from '../exchange/answer.ts';
import { tabStorage } from '../ui/browser-storage.ts';
import { type CallDraft, fieldKey } from './call-draft.ts';
import { rememberIds } from './seen-ids.ts';

function parseBody(answer: Answer): unknown {
  if (bodyKind(answer) !== 'json') return undefined;
  try {
    return JSON.parse(decodeBody(answer));
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

/** Remembers the ids that an answer shows, so that other pages can offer them. */
export function rememberAnswer(operation: OperationData, draft: CallDraft, answer: Answer, workspaceId: string): void {
  // What was only simulated shows ids of nothing.
  if (draft.simulation?.answer) return;
  rememberIds(tabStorage(), {
    workspaceId,
    apiSlug: operation.api.slug,
    method: answer.method,
    path: operation.path,
    pathValues: pathValuesOf(operation, draft),
    status: answer.status,
    location: findHeader(answer, 'location'),
    body: parseBody(answer),
  });
}
