import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { tabStorage } from '../ui/browser-storage.ts';
import { useServerUrl } from '../ui/use-server-url.ts';
import { requestToken } from './access-token.ts';
import { findConsoleClient, forgetConsoleClient, makeConsoleClient } from './console-client.ts';
import { type GuestKey, usableMilliseconds } from './guest-key.ts';
import { PlatformError } from './platform-error.ts';
import { type GuestKeyState, useGuestKey } from './use-guest-key.ts';
import { usePlatform } from './use-platform.ts';

/**
 * An access token with these scopes for this browser's workspace. It has the interface of a key, so that calls can use either. It
 * is requested on demand only.
 */
export function useAccessToken(scopes: string[]): GuestKeyState {
  const serverUrl = useServerUrl();
  const queryClient = useQueryClient();
  const call = usePlatform();
  const { key: workspaceKey, getKey: getWorkspaceKey } = useGuestKey();
  const wanted = scopes.join(' ');

  const query = useMemo(
    () =>
      queryOptions<GuestKey, PlatformError>({
        queryKey: ['access-token', serverUrl, workspaceKey?.workspaceId, wanted],
        queryFn: async () => {
          const { workspaceId } = await getWorkspaceKey();
          const storage = tabStorage();
          const ask = async () => {
            const client =
              findConsoleClient(storage, workspaceId) ?? (await makeConsoleClient(storage, workspaceId, call));
            return { workspaceId, ...(await requestToken(serverUrl, client, wanted.split(' ').filter(Boolean))) };
          };
          try {
            return await ask();
          } catch (error) {
            if (!(error instanceof PlatformError) || error.status !== 401) throw error;
            forgetConsoleClient(storage);
            return ask();
          }
        },
        staleTime: ({ state }) => (state.data ? usableMilliseconds(state.data) : 0),
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
      }),
    [serverUrl, workspaceKey?.workspaceId, wanted, getWorkspaceKey, call],
  );

  const { data, error, isFetching } = useQuery({ ...query, enabled: false });
  const getKey = useCallback(() => queryClient.fetchQuery(query), [queryClient, query]);
  const renewKey = useCallback(async () => {
    await queryClient.invalidateQueries({ queryKey: query.queryKey, refetchType: 'none' });
    return getKey();
  }, [queryClient, query, getKey]);
  return { key: data, error, isPending: isFetching, isGuest: false, getKey, renewKey };
}
