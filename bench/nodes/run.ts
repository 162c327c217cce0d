// `npm run bench:nodes`: one, two and three servers on one PostgreSQL (fsync off), the client on the same machine, with limits
// off and on. On PostgreSQL, "on" counts them in the shared table, "off" in memory. Figures, never a test.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon, { type Result } from 'autocannon';
import pg from 'pg';
import { type Portal, startPortal } from '../../scripts/portal-process.ts';
import { startPostgres } from '../../server/testing/postgres-server.ts';
import { basic } from '../targets.ts';

const PATH = '/sandbox/notas/v1/customers';
const SECONDS = 3;
const WORKSPACES = 60;
const CONNECTIONS = 12;
const KEY_PEPPERS = `1:${Buffer.alloc(32, 7).toString('base64')}`;

const postgres = await startPostgres();
const watcher = new pg.Client({ connectionString: postgres.url });
await watcher.connect();
try {
  for (const count of [1, 2, 3]) await measure(count);
} finally {
  await watcher.end();
  await postgres.stop();
}

/** Measures with limits on and off, in turn, so that both meet the same machine. */
async function measure(count: number): Promise<void> {
  for (const limits of ['off', 'on']) {
    const folder = mkdtempSync(join(tmpdir(), 'cais-bench-'));
    const env = { DATA_DIR: folder, DATABASE_URL: postgres.url, KEY_PEPPERS, LIMITS: limits, GUESTS_PER_HOUR: '1000' };
    const portals: Portal[] = [];
    try {
      for (let node = 0; node < count; node++) portals.push(await startPortal(env));
      const origins = portals.map(({ origin }) => origin);
      const requests = await openWorkspaces(origins[0] as string);
      const before = processorSeconds();
      const results = await load(origins, requests);
      const used = processorSeconds() - before;
      const { rows } = await watcher.query(
        "select count(*)::int as all from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
      );
      const sum = (pick: (result: Result) => number) => results.reduce((total, result) => total + pick(result), 0);
      const worst = (pick: (result: Result) => number) => Math.max(...results.map(pick));
      console.log(
        [
          `${count} server(s), limits ${limits}: ${sum((result) => result.requests.average).toFixed(0)} requests/s`,
          `p50 ${worst(({ latency }) => latency.p50)} ms, p97.5 ${worst(({ latency }) => latency.p97_5)} ms, p99 ${worst(({ latency }) => latency.p99)} ms`,
          `${sum((result) => result.non2xx)} refused`,
          `${rows[0].all} connections`,
          `client ${used.toFixed(1)} s of processor in ${SECONDS} s`,
        ].join('; '),
      );
    } finally {
      await Promise.all(portals.map((portal) => portal.end()));
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** A request of each of many workspaces, so that few meet their limit; their sandboxes are seeded. */
async function openWorkspaces(origin: string): Promise<{ headers: Record<string, string> }[]> {
  const requests: { headers: Record<string, string> }[] = [];
  for (let count = 0; count < WORKSPACES; count++) {
    const response = await fetch(`${origin}/platform/v1/guest_workspaces`, { method: 'POST' });
    const guest = (await response.json()) as { api_key: { secret: string } };
    const headers = basic(guest.api_key.secret);
    await (await fetch(origin + PATH, { headers })).text();
    requests.push({ headers });
  }
  return requests;
}

/** Loads all servers at once, with the same number of connections in all. */
function load(origins: string[], requests: { headers: Record<string, string> }[]): Promise<Result[]> {
  return Promise.all(
    origins.map((origin) =>
      autocannon({ url: origin + PATH, requests, connections: CONNECTIONS / origins.length, duration: SECONDS }),
    ),
  );
}

/** Seconds of processor time that this process has used (Linux). */
function processorSeconds(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
