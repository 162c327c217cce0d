const origin = 'http://localhost:3000';

/** The links of a `Link` header by relation, without the default origin of a portal. */
export function linksOf(header = ''): Record<string, string | undefined> {
  return Object.fromEntries(
    [...header.matchAll(/<([^>]+)>; rel="(\w+)"/g)].map(([, url, rel]) => [rel, url?.replace(origin, '')]),
  );
}
