/** How long a path may be that the platform API takes. */
const longest = 300;

/** The path of a page in the portal, without its base path and language, in the characters that the platform API takes. */
export function pagePath(pathname: string, baseUrl: string): string {
  const below = pathname.startsWith(baseUrl) ? pathname.slice(baseUrl.length) : '';
  const clean = below.replaceAll(/[^A-Za-z0-9._~!$&'()*+,;=:@%/-]/gu, encodeURIComponent).replaceAll(/^\/+|\/+$/g, '');
  return `/${clean}`.slice(0, longest);
}

/** The API to which a page belongs: its reference, or the guide of its name. */
export function apiOfPage(page: string): string | undefined {
  return /^\/(?:reference|guides)\/([^/]+)/.exec(page)?.[1];
}
