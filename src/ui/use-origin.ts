import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { useServerUrl } from '@site/src/ui/use-server-url.ts';

/** Where the sandbox answers: in the built HTML the portal's public address, in the browser the one that it came from. */
export function useOrigin(): string {
  const { publicUrl } = useDocusaurusContext().siteConfig.customFields ?? {};
  const serverUrl = useServerUrl();
  return useIsBrowser() ? serverUrl : String(publicUrl);
}
