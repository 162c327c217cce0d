import type { ApiDocument } from './load-api.ts';
import { placeOfApi } from './place-of-api.ts';

/**
 * The paths of the servers of a document, each once, without trailing slashes: `/v1` of `https://api.example.com/v1`, and of a server
 * at the API's place in this portal what comes after that place. Programs that change only the host go on working below them.
 */
export function pathsOfServers(api: Pick<ApiDocument, 'document' | 'slug' | 'isPlatform'>): string[] {
  const place = placeOfApi(api);
  const paths = (api.document.servers ?? []).map(({ url, variables }) => {
    const written = url.replaceAll(/\{([^}]*)\}/g, (_, name: string) => variables?.[name]?.default ?? '');
    const path = URL.parse(written, 'http://localhost')?.pathname.replace(/\/+$/, '') ?? '';
    return path === place || path.startsWith(`${place}/`) ? path.slice(place.length) : path;
  });
  return [...new Set(paths)];
}
