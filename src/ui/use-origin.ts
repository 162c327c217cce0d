import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { useServerUrl } from '@site/src/ui/use-server-url.ts';

/** The origin of the sandbox: the portal's public address during pre-rendering, the real one in the browser. */
export function useOrigin(): string {
  const { publicUrl } = useDocusaurusContext().siteConfig.customFields ?? {};
  const serverUrl = useServerUrl();
  return useIsBrowser() ? serverUrl : String(publicUrl);
}
