import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { fetchSessions, type OwnSession } from '../client/account-client.ts';
import type { PlatformError } from '../client/platform-error.ts';
import { useServerUrl } from '../ui/use-server-url.ts';
import { useAccount } from './use-account.ts';

/** The sessions of the person signed in, reloaded after one is ended; without an id, all other sessions are ended. */
export function useSessions() {
  const account = useAccount();
  const serverUrl = useServerUrl();
  const queryClient = useQueryClient();
  const queryKey = ['sessions', serverUrl];
  const read = useQuery<OwnSession[], PlatformError>({
    queryKey,
    queryFn: async () => (await fetchSessions(serverUrl)).data,
    retry: false,
    networkMode: 'always',
  });
  const end = useMutation<unknown, PlatformError, string | undefined>({
    networkMode: 'always',
    mutationFn: (id) =>
      id === undefined ? account.call('end-other-sessions', {}) : account.call('end-session', { session_id: id }),
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
  return { read, end };
}
