import type { Config } from '../../server/config.ts';
import type { AtRoot } from '../../server/context.ts';
import type { ServedApi } from '../../server/plan/served-api.ts';
import { freePort } from './free-port.ts';
import { pathOfServer } from './path-of-server.ts';

/** A port for each API: those after the server's own, or any that are free where that was left open. */
export async function portsOf(
  apis: ServedApi[],
  { port, host }: Pick<Config, 'port' | 'host'>,
  areOpen: boolean,
): Promise<Map<number, AtRoot>> {
  const ports = new Map<number, AtRoot>();
  for (const api of apis) {
    let next = areOpen ? await freePort(host) : port + 1 + ports.size;
    while (areOpen && (next === port || ports.has(next))) next = await freePort(host);
    ports.set(next, { api, path: pathOfServer(api) });
  }
  return ports;
}

/** Where an API is called: at its own port, if it has one. */
export function addressOf(api: ServedApi, publicUrl: string, ports: Map<number, AtRoot> | undefined): string {
  for (const [port, root] of ports ?? []) {
    if (root.api !== api) continue;
    const url = new URL(publicUrl);
    url.port = String(port);
    return url.origin + root.path;
  }
  return publicUrl + api.basePath;
}
