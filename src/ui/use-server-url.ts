import useDocusaurusContext from '@docusaurus/useDocusaurusContext';

/**
 * Prefix of links to the server: its URL where the site was built for a server on another origin, else the path below which the
 * portal lies, such as `/developers`; empty where it has the host to itself.
 */
export function useServerBase(): string {
  const { serverUrl, publicPath } = useDocusaurusContext().siteConfig.customFields ?? {};
  return typeof serverUrl === 'string' ? serverUrl.replace(/\/$/, '') : String(publicPath ?? '');
}

/** The URL of the sandbox's server, without a trailing slash. Without an origin during pre-rendering. */
export function useServerUrl(): string {
  const base = useServerBase();
  return /^https?:/.test(base) || typeof window === 'undefined' ? base : window.location.origin + base;
}
