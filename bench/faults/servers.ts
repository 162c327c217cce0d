import { setTimeout as wait } from 'node:timers/promises';
import { type Portal, startPortal } from '../../scripts/portal-process.ts';
import { freePort } from '../../server/net/free-port.ts';
import { checkEvery, startProxy } from '../checking-proxy.ts';
import { withoutQuota } from '../targets.ts';

/** Servers on one database, each of which can be ended and started again. */
export interface Servers {
  /** Where the servers are reached: the only one itself, or a proxy that looks at `/readyz`. */
  origin: string;
  /** Ends one and starts it again, and waits until it is ready. */
  restart(index: number, signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  end(): Promise<void>;
}

const settings = {
  KEY_PEPPERS: `1:${Buffer.alloc(32, 7).toString('base64')}`,
  LIMITS: 'off',
  LOG_LEVEL: 'fatal',
  GUESTS_PER_HOUR: '1000',
  WEBHOOK_ALLOWED_HOSTS: '127.0.0.1',
  GUEST_DELIVERIES_PER_MINUTE: '0',
  ...withoutQuota,
};

/** Starts so many servers; several get a proxy in front. */
export async function startServers(env: { DATABASE_URL: string; DATA_DIR: string }, count = 1): Promise<Servers> {
  const ports = await Promise.all(Array.from({ length: count }, freePort));
  // The proxy needs two checks at most to notice.
  const all = { ...settings, ...env, ...(count > 1 && { DRAIN_SECONDS: '1' }) };
  const portals: Portal[] = [];
  for (const port of ports) portals.push(await startPortal(all, { port }));
  const proxy = count > 1 ? await startProxy(portals.map(({ origin }) => origin)) : undefined;
  return {
    origin: proxy?.origin ?? (portals[0] as Portal).origin,
    async restart(index, signal) {
      await (portals[index] as Portal).end(signal);
      const portal = await startPortal(all, { port: ports[index] });
      portals[index] = portal;
      while (proxy && !proxy.isReady(portal.origin)) await wait(checkEvery);
    },
    async end() {
      proxy?.close();
      await Promise.all(portals.map((portal) => portal.end()));
    },
  };
}
