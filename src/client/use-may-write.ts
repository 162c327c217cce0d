import { useQuery } from '@tanstack/react-query';
import { getMe } from '../generated/platform/sdk.gen.ts';
import type { Me } from '../generated/platform/types.gen.ts';
import { browserStorage } from '../ui/browser-storage.ts';
import { useServerUrl } from '../ui/use-server-url.ts';
import type { PlatformError } from './platform-error.ts';
import { findSignedIn } from './signed-in.ts';
import { usePlatform } from './use-platform.ts';

/** Whether the current user may change the workspace: guests may, and all members except readers. */
export function useMayWrite(): boolean {
  const call = usePlatform();
  const person = findSignedIn(browserStorage());
  const { data } = useQuery<Me, PlatformError>({
    queryKey: ['me', useServerUrl(), person?.id, person?.workspaceId],
    queryFn: () => call((options) => getMe(options)),
    enabled: person !== undefined,
    retry: false,
    networkMode: 'always',
  });
  return data?.role !== 'reader';
}
