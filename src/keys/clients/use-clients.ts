import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import type { PlatformError } from '../../client/platform-error.ts';
import { usePlatform } from '../../client/use-platform.ts';
import {
  createOAuthClient,
  deleteOAuthClient,
  listOAuthClients,
  rotateOAuthClientSecret,
  updateOAuthClient,
} from '../../generated/platform/sdk.gen.ts';
import type { NewOAuthClient, OAuthClient, OAuthClientPage } from '../../generated/platform/types.gen.ts';
import { useCredentialQueries } from '../credential-queries.ts';

/** The actions on OAuth clients. */
export type ClientAction =
  | { kind: 'create'; body: NewOAuthClient }
  | { kind: 'change'; id: string; body: Omit<NewOAuthClient, 'environment'> }
  | { kind: 'rotate'; client: OAuthClient; overlapSeconds: number }
  | { kind: 'delete'; id: string };

/** A client with a newly created secret. */
export type ClientWithSecret = Pick<OAuthClient, 'id' | 'name' | 'scopes'> & { secret: string };

/** The OAuth clients of the workspace, the newest first, reloaded after each action made here. */
export function useClients() {
  const call = usePlatform();
  const queryClient = useQueryClient();
  const queries = useCredentialQueries();

  const read = useInfiniteQuery({
    queryKey: queries.clients,
    queryFn: ({ pageParam }): Promise<OAuthClientPage> =>
      call((options) =>
        listOAuthClients({ ...options, query: { limit: 50, ...(pageParam && { cursor: pageParam }) } }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor,
    retry: false,
    networkMode: 'always',
  });

  const act = useMutation<ClientWithSecret | undefined, PlatformError, ClientAction>({
    networkMode: 'always',
    mutationFn: async (action) => {
      if (action.kind === 'create') return call((options) => createOAuthClient({ ...options, body: action.body }));
      if (action.kind === 'rotate') {
        const { client, overlapSeconds: overlap_seconds } = action;
        const path = { oauth_client_id: client.id };
        const body = { overlap_seconds };
        const { secret } = await call((options) => rotateOAuthClientSecret({ ...options, path, body }));
        return { ...client, secret };
      }
      const path = { oauth_client_id: action.id };
      if (action.kind === 'change') await call((options) => updateOAuthClient({ ...options, path, body: action.body }));
      else await call((options) => deleteOAuthClient({ ...options, path }));
      return undefined;
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: queries.all }),
  });

  return { read: { ...read, error: read.error as PlatformError | null }, act };
}
