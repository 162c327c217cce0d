/** An address as it is recognised at a glance: without the scheme, and a long path only by its end. */
export function shortUrl(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname, search } = new URL(url);
  const path = pathname === '/' ? '' : pathname + search;
  return path.length > 28 ? `${host}/…${path.slice(-12)}` : host + path;
}
