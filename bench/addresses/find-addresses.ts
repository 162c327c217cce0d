import { parse } from 'yaml';

/** Reads a page of the portal as text. */
type Read = (path: string) => Promise<string>;

/** The paths that a portal tells: pages of the sitemap of each language, downloads, and the operations of all documents with their examples. */
export async function findAddresses(read: Read): Promise<string[]> {
  const sitemaps = await Promise.all(['/sitemap.xml', '/en/sitemap.xml', '/es/sitemap.xml'].map(read));
  const pages = sitemaps.flatMap((text) =>
    [...text.matchAll(/<loc>([^<]+)/g)].map(([, url = '']) => new URL(url).pathname),
  );
  const slugs = [...new Set(pages.flatMap((path) => /^\/reference\/([^/]+)$/.exec(path)?.[1] ?? []))];
  const downloads = slugs.flatMap((slug) =>
    [
      'openapi.yaml',
      'openapi.en.yaml',
      'openapi.es.yaml',
      'openapi.json',
      'postman_collection.json',
      'postman_environment.json',
    ].map((file) => `/downloads/${slug}/${file}`),
  );
  const operations = await Promise.all(
    slugs.map(async (slug) => pathsOf(await read(`/downloads/${slug}/openapi.yaml`))),
  );
  const others = [
    '/',
    '/en',
    '/es',
    '/livez',
    '/readyz',
    '/robots.txt',
    '/.well-known/security.txt',
    '/account',
    '/oauth/token',
  ];
  return [...new Set([...pages, ...downloads, ...operations.flat(), ...others])];
}

/** The paths that a page links to or loads, of this portal only; the build leaves out quotes where it can. */
export function linksOf(html: string): string[] {
  return [...html.matchAll(/\b(?:href|src)="?(\/(?!\/)[^"#\s>]*)/g)].map(([, path = '']) =>
    path.replaceAll('&amp;', '&'),
  );
}

function pathsOf(document: string): string[] {
  const { servers = [], paths = {} } = parse(document) as { servers?: { url: string }[]; paths?: object };
  const base = servers.map(({ url }) => url.replace(/^https?:\/\/[^/]+/, '')).find((url) => url.startsWith('/')) ?? '';
  return Object.keys(paths).map((path) => base + path.replaceAll(/\{[^}]*\}/g, 'x1'));
}
