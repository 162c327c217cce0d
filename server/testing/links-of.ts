const origin = 'http://localhost:3000';

/** The addresses of a `Link` header by what they are, without the origin of a portal that is told no other. */
export function linksOf(header = ''): Record<string, string | undefined> {
  return Object.fromEntries(
    [...header.matchAll(/<([^>]+)>; rel="(\w+)"/g)].map(([, url, rel]) => [rel, url?.replace(origin, '')]),
  );
}
