import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import type { PlatformError } from '../../client/platform-error.ts';
import { usePlatform } from '../../client/use-platform.ts';
import {
  createApiKey,
  listApiKeys,
  revokeApiKey,
  rotateApiKey,
  updateApiKey,
} from '../../generated/platform/sdk.gen.ts';
import type { ApiKey, ApiKeyAndSecret, ApiKeyPage, NewApiKey } from '../../generated/platform/types.gen.ts';
import { useCredentialQueries } from '../credential-queries.ts';

/** The actions on keys. */
export type KeyAction =
  | { kind: 'create'; body: NewApiKey }
  | { kind: 'change'; id: string; body: Omit<NewApiKey, 'environment'> }
  | { kind: 'rotate'; id: string; overlapSeconds: number }
  | { kind: 'revoke'; id: string };

/** The keys of the workspace, the newest first, reloaded after each action made here. */
export function useKeys() {
  const call = usePlatform();
  const queryClient = useQueryClient();
  const queries = useCredentialQueries();

  const read = useInfiniteQuery({
    queryKey: queries.keys,
    queryFn: ({ pageParam }): Promise<ApiKeyPage> =>
      call((options) => listApiKeys({ ...options, query: { limit: 50, ...(pageParam && { cursor: pageParam }) } })),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor,
    throwOnError: false,
    retry: false,
    networkMode: 'always',
  });

  const act = useMutation<ApiKey | ApiKeyAndSecret | undefined, PlatformError, KeyAction>({
    networkMode: 'always',
    mutationFn: async (action) => {
      if (action.kind === 'create') return call((options) => createApiKey({ ...options, body: action.body }));
      const path = { api_key_id: action.id };
      if (action.kind === 'change') return call((options) => updateApiKey({ ...options, path, body: action.body }));
      if (action.kind === 'rotate') {
        const body = { overlap_seconds: action.overlapSeconds };
        return call((options) => rotateApiKey({ ...options, path, body }));
      }
      await call((options) => revokeApiKey({ ...options, path }));
      return undefined;
    },
    // Also after an error: someone else may have changed the list.
    onSettled: () => queryClient.invalidateQueries({ queryKey: queries.all }),
  });

  return { read: { ...read, error: read.error as PlatformError | null }, act };
}
