import type { Config } from '../../server/config.ts';
import type { AtRoot } from '../../server/context.ts';
import { type HeldPort, holdPort } from '../../server/http/held-port.ts';
import type { ServedApi } from '../../server/plan/served-api.ts';
import { pathOfServer } from './path-of-server.ts';

/** A port for each API: those after the server's own, or any that are free, which join those held, where that was left open. */
export async function portsOf(
  apis: ServedApi[],
  { port, host }: Pick<Config, 'port' | 'host'>,
  held: HeldPort[] | undefined,
): Promise<Map<number, AtRoot>> {
  const ports = new Map<number, AtRoot>();
  for (const api of apis) {
    const own = held && (await holdPort(host, 0));
    if (own) held.push(own);
    ports.set(own?.port ?? port + 1 + ports.size, { api, path: pathOfServer(api) });
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
