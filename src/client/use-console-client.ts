import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { tabStorage } from '../ui/browser-storage.ts';
import { useServerUrl } from '../ui/use-server-url.ts';
import { findConsoleClient, forgetConsoleClient, makeConsoleClient } from './console-client.ts';
import { type GuestKey, usableMilliseconds } from './guest-key.ts';
import type { PlatformError } from './platform-error.ts';
import { type GuestKeyState, useGuestKey } from './use-guest-key.ts';
import { usePlatform } from './use-platform.ts';

/**
 * The id and secret of this tab's OAuth client (`id:secret`), for calls of the OAuth endpoints. It has the interface of a key and is
 * created on demand only.
 */
export function useConsoleClient(): GuestKeyState {
  const serverUrl = useServerUrl();
  const queryClient = useQueryClient();
  const call = usePlatform();
  const { key: workspaceKey, getKey: getWorkspaceKey } = useGuestKey();

  const query = useMemo(
    () =>
      queryOptions<GuestKey, PlatformError>({
        queryKey: ['console-client', serverUrl, workspaceKey?.workspaceId],
        queryFn: async () => {
          const { workspaceId, expiresAt } = await getWorkspaceKey();
          const storage = tabStorage();
          const { id, secret } =
            findConsoleClient(storage, workspaceId) ?? (await makeConsoleClient(storage, workspaceId, call));
          return { workspaceId, secret: `${id}:${secret}`, scopes: [], expiresAt };
        },
        staleTime: ({ state }) => (state.data ? usableMilliseconds(state.data) : 0),
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
      }),
    [serverUrl, workspaceKey?.workspaceId, getWorkspaceKey, call],
  );

  const { data, error, isFetching } = useQuery({ ...query, enabled: false });
  const getKey = useCallback(() => queryClient.fetchQuery(query), [queryClient, query]);
  const renewKey = useCallback(async () => {
    forgetConsoleClient(tabStorage());
    await queryClient.invalidateQueries({ queryKey: query.queryKey, refetchType: 'none' });
    return getKey();
  }, [queryClient, query, getKey]);
  return { key: data, error, isPending: isFetching, isGuest: false, getKey, renewKey };
}
