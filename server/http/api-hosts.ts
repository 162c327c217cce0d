import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import { slugsOf } from '../openapi/api-slugs.ts';
import { pathsOfServers } from '../openapi/paths-of-servers.ts';
import { placeOfApi } from '../openapi/place-of-api.ts';
import type { ServedApi } from '../plan/served-api.ts';
import type { ApiAddress } from './api-address.ts';

/** The addresses of sandboxes by their host names; one that is left out has its own, too, and says so there. */
export function apiHosts(
  { apis, faults }: Pick<Context, 'apis' | 'faults'>,
  { apiHosts: pattern, publicUrl }: Pick<Config, 'apiHosts' | 'publicUrl'>,
): Map<string, ApiAddress> {
  const hosts = new Map<string, ApiAddress>();
  if (!pattern) return hosts;
  const lost = faults.list().flatMap(({ api, leftOut }) => (leftOut === 'api' && !apis.has(api) ? [api] : []));
  const slugs = [...apis.keys(), ...new Set(lost)].filter((slug) => slug !== 'platform');
  // A name that is one already goes before those that are made so.
  slugs.sort((a, b) => Number(slugsOf([b])[0] === b) - Number(slugsOf([a])[0] === a));
  for (const [index, label] of slugsOf(slugs).entries()) {
    const slug = slugs[index] as string;
    const url = new URL(publicUrl);
    const name = pattern.replace('*', label);
    // The portal's own name stays its own.
    if (name === url.hostname) continue;
    url.hostname = name;
    hosts.set(name, addressOf(apis.get(slug) ?? slug, url.origin));
  }
  return hosts;
}

/** The address of an API at the root of an origin; of one that is left out by its slug. */
export function addressOf(api: ServedApi | string, origin: string): ApiAddress {
  if (typeof api === 'string')
    return { slug: api, origin, place: placeOfApi({ slug: api, isPlatform: false }), paths: [] };
  const { slug } = api;
  const place = placeOfApi(api);
  return {
    slug,
    origin,
    place: api.basePath.startsWith(`${place}/`) ? api.basePath : place,
    paths: pathsOfServers(api),
  };
}
