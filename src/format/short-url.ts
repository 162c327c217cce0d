/** Shortens a URL for display: no scheme, and only the end of a long path. */
export function shortUrl(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname, search } = new URL(url);
  const path = pathname === '/' ? '' : pathname + search;
  return path.length > 28 ? `${host}/…${path.slice(-12)}` : host + path;
}
