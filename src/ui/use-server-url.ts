import useDocusaurusContext from '@docusaurus/useDocusaurusContext';

/** Prefix of links to the server: empty unless the site was built for a server on another origin. */
export function useServerBase(): string {
  const { serverUrl } = useDocusaurusContext().siteConfig.customFields ?? {};
  return typeof serverUrl === 'string' ? serverUrl.replace(/\/$/, '') : '';
}

/** The origin of the sandbox's server. Empty during pre-rendering. */
export function useServerUrl(): string {
  const base = useServerBase();
  return base !== '' || typeof window === 'undefined' ? base : window.location.origin;
}
