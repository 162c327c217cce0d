import { useQuery } from '@tanstack/react-query';
import { fetchSession, type Session } from '../account/account-client.ts';
import type { PlatformError } from '../account/platform-error.ts';
import { useServerUrl } from '../account/use-server-url.ts';

/** Who is signed in, as the server says. */
export function useSession() {
  const serverUrl = useServerUrl();
  return useQuery<Session, PlatformError>({
    queryKey: ['session', serverUrl],
    queryFn: () => fetchSession(serverUrl),
    retry: false,
    networkMode: 'always',
  });
}
