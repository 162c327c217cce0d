// `npm run bench:rolling`: three servers on one PostgreSQL behind a proxy that looks at /readyz; each is ended and started again in
// turn, under load. It prints how many requests failed or were retried, and which records were lost or stored twice. `DRAIN=0` shows
// what happens without a drain.
import { setTimeout as wait } from 'node:timers/promises';
import { type Portal, startPortal } from '../scripts/portal-process.ts';
import { freePort } from '../server/net/free-port.ts';
import { startPostgres } from '../server/testing/postgres-server.ts';
import { temporaryFolder } from '../server/testing/test-specs.ts';
import { checkEvery, startProxy } from './checking-proxy.ts';
import { basic, withoutQuota } from './targets.ts';

const SERVERS = 3;
const ROUNDS = 2;
const CALLERS = 8;
const CUSTOMERS = '/sandbox/notas/v1/customers';
/** Without anything unique, so that a request done twice would be stored twice. */
const customer = { type: 'individual', federal_tax_number: '52998224725', email: 'a@c.example' };

const postgres = await startPostgres();
const env = {
  DATA_DIR: temporaryFolder(),
  DATABASE_URL: postgres.url,
  LIMITS: 'off',
  // The proxy needs two checks at most to notice.
  DRAIN_SECONDS: process.env.DRAIN ?? '1',
  ...withoutQuota,
};
const ports = await Promise.all(Array.from({ length: SERVERS }, freePort));
const portals: Portal[] = [];
for (const port of ports) portals.push(await startPortal(env, { port }));
const proxy = await startProxy(portals.map(({ origin }) => origin));

const created = await fetch(`${proxy.origin}/platform/v1/guest_workspaces`, { method: 'POST' });
const headers = basic(((await created.json()) as { api_key: { secret: string } }).api_key.secret);
const sent = { requests: 0, failed: new Map<string, number>() };
const acknowledged: string[] = [];
let isOver = false;

try {
  const callers = Array.from({ length: CALLERS }, (_, index) => callUntilOver(index));
  const exits: (number | null)[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, port] of ports.entries()) {
      exits.push(await (portals[index] as Portal).end());
      const portal = await startPortal(env, { port });
      portals[index] = portal;
      while (!proxy.isReady(portal.origin)) await wait(checkEvery);
    }
  }
  isOver = true;
  await Promise.all(callers);
  const stored = await countStored();
  const failures = [...sent.failed].map(([what, count]) => `${count} × ${what}`).join(', ') || 'none';
  console.log(`${exits.length} restarts of ${SERVERS} servers, exit codes ${[...new Set(exits)].join(', ')}`);
  console.log(`${sent.requests} requests; failed: ${failures}; retried by the proxy: ${proxy.counts.retried}`);
  console.log(
    `${acknowledged.length} records acknowledged; lost: ${acknowledged.filter((name) => !stored.has(name)).length}; ` +
      `stored twice: ${[...stored].filter(([name, count]) => name.startsWith('Ana ') && count > 1).length}`,
  );
  if (sent.failed.size > 0) process.exitCode = 1;
} finally {
  isOver = true;
  proxy.close();
  await Promise.all(portals.map((portal) => portal.end()));
  await postgres.stop();
}

/** Writes records and reads each, over connections that are kept. */
async function callUntilOver(caller: number): Promise<void> {
  for (let count = 0; !isOver; count++) {
    const name = `Ana ${caller}-${count}`;
    const body = JSON.stringify({ ...customer, name });
    const made = await send('POST', CUSTOMERS, 201, body);
    if (!made) continue;
    acknowledged.push(name);
    await send('GET', `${CUSTOMERS}/${made.id}`, 200);
  }
}

async function send(method: string, path: string, wanted: number, body?: string): Promise<{ id: string } | undefined> {
  sent.requests++;
  const type = body === undefined ? undefined : { 'content-type': 'application/json' };
  try {
    const response = await fetch(proxy.origin + path, { method, headers: { ...headers, ...type }, body });
    const answer = await response.text();
    if (response.status === wanted) return JSON.parse(answer) as { id: string };
    fail(`${method} ${response.status}`);
  } catch (error) {
    fail(`${method} ${String((error as Error).cause ?? error)}`);
  }
  return undefined;
}

function fail(what: string): void {
  sent.failed.set(what, (sent.failed.get(what) ?? 0) + 1);
}

/** How often each of the callers' names is stored. */
async function countStored(): Promise<Map<string, number>> {
  const stored = new Map<string, number>();
  let next: string | undefined = `${CUSTOMERS}?limit=100`;
  while (next) {
    const response: Response = await fetch(new URL(next, proxy.origin), { headers });
    for (const { name } of (await response.json()) as { name: string }[]) stored.set(name, (stored.get(name) ?? 0) + 1);
    next = /<([^>]+)>;\s*rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
  }
  return stored;
}
