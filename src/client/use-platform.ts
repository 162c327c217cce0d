import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { useCallback } from 'react';
import { browserStorage } from '../ui/browser-storage.ts';
import { useServerUrl } from '../ui/use-server-url.ts';
import { acceptLanguage } from './accept-language.ts';
import { callWithKey, type PlatformOperation } from './call-with-key.ts';
import { callWithSession } from './call-with-session.ts';
import { platformClient } from './platform-client.ts';
import { findSignedIn } from './signed-in.ts';
import { useGuestKey } from './use-guest-key.ts';

/**
 * Calls an operation of the platform API and returns its data, with the session if signed in and with this browser's key for a
 * guest. Problems are in the page's language; failures reject with a PlatformError.
 */
export function usePlatform(): <Data>(operation: PlatformOperation<Data>) => Promise<Data> {
  const serverUrl = useServerUrl();
  const { currentLocale } = useDocusaurusContext().i18n;
  const { getKey, renewKey } = useGuestKey();
  return useCallback(
    <Data>(operation: PlatformOperation<Data>) => {
      const call = (auth: string | undefined) =>
        operation({
          client: platformClient(serverUrl),
          auth,
          headers: { 'Accept-Language': acceptLanguage(currentLocale) },
          throwOnError: true,
        });
      const asGuest = () => callWithKey({ getKey, renewKey }, call);
      const storage = browserStorage();
      return findSignedIn(storage) ? callWithSession(storage, () => call(undefined), asGuest) : asGuest();
    },
    [serverUrl, currentLocale, getKey, renewKey],
  );
}
