import { useEffect } from 'react';
import { browserStorage } from '../ui/browser-storage.ts';
import { useServerUrl } from '../ui/use-server-url.ts';
import { useCurrentKey } from './current-key.ts';
import type { GuestKey } from './guest-key.ts';
import { findSignedIn } from './signed-in.ts';

/**
 * The stored key. For a person signed in one is made: it adds nothing to their workspace. A guest's would open a workspace, so it waits
 * for the first call.
 */
export function usePersonsKey(): GuestKey | undefined {
  const serverUrl = useServerUrl();
  const key = useCurrentKey();
  const isMissing = key === undefined;
  useEffect(() => {
    if (!isMissing || !findSignedIn(browserStorage())) return;
    import('./open-key.ts').then(({ openPersonsKey }) => openPersonsKey(serverUrl)).catch(() => {});
  }, [isMissing, serverUrl]);
  return key;
}
