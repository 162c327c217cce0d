import { useQuery } from '@tanstack/react-query';
import { fetchSession, type Session } from '../client/account-client.ts';
import type { PlatformError } from '../client/platform-error.ts';
import { useServerUrl } from '../ui/use-server-url.ts';

/** The current session according to the server. */
export function useSession() {
  const serverUrl = useServerUrl();
  return useQuery<Session, PlatformError>({
    queryKey: ['session', serverUrl],
    queryFn: () => fetchSession(serverUrl),
    retry: false,
    networkMode: 'always',
  });
}
