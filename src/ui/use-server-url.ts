import useDocusaurusContext from '@docusaurus/useDocusaurusContext';

/** What stands before the server's paths in a link: nothing, unless the site was built for a server elsewhere. */
export function useServerBase(): string {
  const { serverUrl } = useDocusaurusContext().siteConfig.customFields ?? {};
  return typeof serverUrl === 'string' ? serverUrl.replace(/\/$/, '') : '';
}

/** The origin of the sandbox's server. Empty while pre-rendering. */
export function useServerUrl(): string {
  const base = useServerBase();
  return base !== '' || typeof window === 'undefined' ? base : window.location.origin;
}
