import type { Config } from '../../server/config.ts';
import type { Context } from '../../server/context.ts';
import type { ApiAddress } from '../../server/http/api-address.ts';
import { addressOf } from '../../server/http/api-hosts.ts';
import { type HeldPort, holdPort } from '../../server/http/held-port.ts';
import type { ServedApi } from '../../server/plan/served-api.ts';

type Addresses = ReadonlyMap<unknown, ApiAddress>;

/** A port for each API: those after the server's own, or any that are free, which join those held, where that was left open. */
export async function portsOf(
  apis: ServedApi[],
  { port, host, publicUrl }: Pick<Config, 'port' | 'host' | 'publicUrl'>,
  held: HeldPort[] | undefined,
): Promise<Map<number, ApiAddress>> {
  const ports = new Map<number, ApiAddress>();
  for (const api of apis) {
    const free = held && (await holdPort(host, 0));
    if (free) held.push(free);
    const own = free?.port ?? port + 1 + ports.size;
    const url = new URL(publicUrl);
    url.port = String(own);
    ports.set(own, addressOf(api, url.origin));
  }
  return ports;
}

/** Where an API is called: at its own port, if it has one. */
export function urlOf(api: ServedApi, { config, apiAddresses }: Pick<Context, 'config' | 'apiAddresses'>): string {
  return findUrl(api, apiAddresses.byPort) ?? config.publicUrl + api.basePath;
}

/** Where an API is called at its host name, if it has one. */
export function findHostUrl(api: ServedApi, { apiAddresses }: Pick<Context, 'apiAddresses'>): string | undefined {
  return findUrl(api, apiAddresses.byHost);
}

function findUrl(api: ServedApi, addresses: Addresses): string | undefined {
  for (const { slug, origin, paths } of addresses.values()) if (slug === api.slug) return origin + (paths[0] ?? '');
  return undefined;
}
