import { useCallback, useState } from 'react';
import { findCurrentKey } from '../client/current-key.ts';
import type { GuestKeyState } from '../client/use-guest-key.ts';
import type { OperationData } from '../documents/operation-data.ts';
import { browserStorage } from '../ui/browser-storage.ts';
import { buildRequest } from './build-request.ts';
import { draftCall } from './call-draft.ts';
import { rememberResponse } from './remember-response.ts';
import { readSeen, suggestPaths } from './seen-ids.ts';
import { sendRequest } from './send-request.ts';

export interface PathSuggestions {
  /** Values for the path parameters, the best first. */
  suggestions: Record<string, string>[];
  refresh: () => void;
  /** Lists the collection that a path parameter refers to; undefined if it is empty. A server outside is not asked. */
  lookUp?: (name: string, pathValues: Record<string, string>) => Promise<string | undefined>;
}

/** A list operation for the collection of a path parameter, derived from the path only. */
function listOperation(operation: OperationData, name: string): OperationData {
  const path = operation.path.slice(0, operation.path.indexOf(`/{${name}}`));
  const parameters = operation.parameters.filter((each) => each.in === 'path' && path.includes(`{${each.name}}`));
  const { requestBody: _, ...rest } = operation;
  return { ...rest, method: 'GET', path, parameters, responses: {} };
}

const none: Record<string, string>[] = [];

/** Suggests ids seen in this browser's responses for an operation's path. */
export function usePathSuggestions(
  operation: OperationData,
  account: GuestKeyState,
  serverUrl: string,
  isOutside = false,
): PathSuggestions {
  const read = useCallback(() => {
    const workspaceId = findCurrentKey()?.workspaceId;
    return suggestPaths(readSeen(browserStorage()), workspaceId, operation.api.slug, operation.path);
  }, [operation]);
  const [suggestions, setSuggestions] = useState(read);
  const refresh = useCallback(() => setSuggestions(read()), [read]);

  async function lookUp(name: string, pathValues: Record<string, string>): Promise<string | undefined> {
    const list = listOperation(operation, name);
    const draft = draftCall(list, pathValues);
    const { request } = { request: undefined, ...buildRequest(list, draft, serverUrl) };
    const key = await account.getKey().catch(() => undefined);
    if (!request || !key) return undefined;
    const { response } = await sendRequest(request, { key: key.secret });
    if (response?.status !== 200) return undefined;
    rememberResponse(list, draft, response, key.workspaceId);
    const [best] = suggestPaths(
      readSeen(browserStorage()),
      key.workspaceId,
      operation.api.slug,
      `${list.path}/{${name}}`,
    );
    refresh();
    return best?.[name];
  }

  return isOutside ? { suggestions: none, refresh } : { suggestions, refresh, lookUp };
}
