import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { useCallback } from 'react';
import { callWithKey, type PlatformOperation } from './call-with-key.ts';
import { platformClient } from './platform-client.ts';
import { useGuestKey } from './use-guest-key.ts';
import { useServerUrl } from './use-server-url.ts';

/**
 * Calls an operation of the platform API with this browser's key, and gives its data. Problems are worded in the
 * page's language; what fails rejects with a PlatformError.
 */
export function usePlatform(): <Data>(operation: PlatformOperation<Data>) => Promise<Data> {
  const serverUrl = useServerUrl();
  const { currentLocale } = useDocusaurusContext().i18n;
  const { getKey, renewKey } = useGuestKey();
  return useCallback(
    (operation) =>
      callWithKey({ getKey, renewKey }, (secret) =>
        operation({
          client: platformClient(serverUrl),
          auth: secret,
          headers: { 'Accept-Language': currentLocale },
          throwOnError: true,
        }),
      ),
    [serverUrl, currentLocale, getKey, renewKey],
  );
}
