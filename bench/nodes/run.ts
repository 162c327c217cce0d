// `npm run bench:nodes`: one, two and three servers on one PostgreSQL, the client and the receiver on the same machine: requests and
// deliveries a second, connections, processor time, and what limits them; then what shared limits cost a request. FSYNC=on waits for
// the disk at each commit. Figures, never a test.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Portal, startPortal } from '../../scripts/portal-process.ts';
import { startPostgres } from '../../server/testing/postgres-server.ts';
import { startReceiver } from '../../server/testing/receiver.ts';
import { agent, deliverBacklog } from '../backlog.ts';
import { withoutQuota } from '../targets.ts';
import { loadRequests, openWorkspaces } from './load-requests.ts';
import { parentOf, secondsOf, secondsOfFamily } from './processor-time.ts';
import { timeLimits } from './time-limits.ts';

const COUNTS = [1, 2, 3];
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const SECONDS = 4;
const WORKSPACES = 150;
const BACKLOG = Number(process.env.BACKLOG ?? 6000);
const KEY_PEPPERS = `1:${Buffer.alloc(32, 7).toString('base64')}`;
const durable = process.env.FSYNC === 'on';
const cores = availableParallelism();

const postgres = await startPostgres(durable ? { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' } : {});
const watcher = new pg.Client({ connectionString: postgres.url });
await watcher.connect();
const { rows: backends } = await watcher.query('select pg_backend_pid() as pid');
const postmaster = parentOf(backends[0].pid);
const receiver = await startReceiver();
try {
  console.log(
    `fsync ${durable ? 'on' : 'off'}, ${cores} cores, load of the machine before: ${loadavg()[0]?.toFixed(1)}\n`,
  );
  await compare('requests/s', measureRequests);
  await compare('deliveries/s', measureDeliveries);
  await measureLimits();
} finally {
  agent.destroy();
  await receiver.close();
  await watcher.end();
  await postgres.stop();
}

/** Measures one, two and three servers in turn, several times, so that all meet the same machine. */
async function compare(unit: string, measure: (count: number) => Promise<number>): Promise<void> {
  const found = new Map(COUNTS.map((count) => [count, [] as number[]]));
  for (let round = 0; round < ROUNDS; round++) for (const count of COUNTS) found.get(count)?.push(await measure(count));
  const medians = COUNTS.map((count) => (found.get(count) ?? []).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0);
  const texts = COUNTS.map(
    (count, index) =>
      `${count}: ${medians[index]?.toFixed(0)} (${((medians[index] ?? 0) / (medians[0] ?? 1)).toFixed(2)})`,
  );
  console.log(`${unit} of 1, 2 and 3 servers, medians of ${ROUNDS} rounds (ratio to one): ${texts.join(', ')}\n`);
}

async function measureRequests(count: number): Promise<number> {
  return withPortals(Array(count).fill('on'), async (portals) => {
    const origins = portals.map(({ origin }) => origin);
    const secrets = await openWorkspaces(origins[0] as string, WORKSPACES);
    const usage = startUsage(() => portals.map(({ pid }) => pid));
    const { perSecond, p50, p99, refused } = await loadRequests(origins, secrets, SECONDS);
    const { text } = usage.end();
    console.log(
      `${count} server(s): ${perSecond.toFixed(0)} requests/s; p50 ${p50} ms, p99 ${p99} ms; ${refused} refused; ${await connections()} connections; ${text}`,
    );
    return perSecond;
  });
}

async function measureDeliveries(count: number): Promise<number> {
  let pids: number[] = [];
  let usage: ReturnType<typeof startUsage> | undefined;
  let most = 0;
  const { arrived, perSecond } = await deliverBacklog(
    receiver,
    { DATABASE_URL: postgres.url },
    {
      processes: count,
      backlog: BACKLOG,
      whileRunning: (running) => {
        pids = running;
        usage ??= startUsage(() => pids);
        void connections().then((used) => {
          most = Math.max(most, used);
        });
      },
      afterwards: () => console.log(`${count} server(s): ${usage?.end().text}`),
    },
  );
  console.log(
    `${count} server(s): ${perSecond.toFixed(0)} deliveries/s (${arrived} of ${BACKLOG}); ${most} connections`,
  );
  return perSecond;
}

/** What the shared limits cost a request, on the same machine at the same time. */
async function measureLimits(): Promise<void> {
  await withPortals(['off', 'on'], async ([memory, shared]) => {
    if (!memory || !shared) return;
    const secrets = await openWorkspaces(memory.origin, WORKSPACES);
    const times = await timeLimits({ memory: memory.origin, shared: shared.origin }, secrets);
    const text = ({ p50, p95 }: { p50: number; p95: number }) => `p50 ${p50.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms`;
    const added = times.shared.p95 - times.memory.p95;
    console.log(
      `A request at 200/s, limits in memory: ${text(times.memory)}; shared: ${text(times.shared)}; added at p95: ${added.toFixed(2)} ms (target 2.5)`,
    );
  });
}

/** Starts a server for each setting of `LIMITS`. */
async function withPortals<T>(limits: string[], run: (portals: Portal[]) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'cais-bench-'));
  const env = { DATA_DIR: folder, DATABASE_URL: postgres.url, KEY_PEPPERS, GUESTS_PER_HOUR: '100000', ...withoutQuota };
  const portals: Portal[] = [];
  try {
    for (const LIMITS of limits) portals.push(await startPortal({ ...env, LIMITS }));
    return await run(portals);
  } finally {
    await Promise.all(portals.map((portal) => portal.end()));
    rmSync(folder, { recursive: true, force: true });
  }
}

async function connections(): Promise<number> {
  const { rows } = await watcher.query(
    "select count(*)::int as all from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
  );
  return rows[0].all;
}

/** Processor time from now to the end, of the servers, of PostgreSQL and of this process; and what limits, by these figures. */
function startUsage(pids: () => number[]): { end(): { text: string } } {
  const read = () => [...pids().map(secondsOf), secondsOfFamily(postmaster), secondsOf(process.pid)];
  const [before, began] = [read(), performance.now()];
  return {
    end() {
      const seconds = (performance.now() - began) / 1000;
      const shares = read().map((used, index) => (used - (before[index] ?? 0)) / seconds);
      const [client = 0, database = 0] = [shares.pop(), shares.pop()];
      const servers = shares.reduce((sum, one) => sum + one, 0);
      const percent = (share: number) => `${(share * 100).toFixed(0)} %`;
      const of = `of a core: servers ${shares.map(percent).join(' + ')}, PostgreSQL ${percent(database)}, client ${percent(client)}`;
      return { text: `${of}; limited by ${limitOf({ servers: shares, total: servers + database + client })}` };
    },
  };
}

function limitOf({ servers, total }: { servers: number[]; total: number }): string {
  if (servers.every((share) => share > 0.9)) return 'the core of each server';
  const load = loadavg()[0] ?? 0;
  if (total > cores * 0.85) return `the ${cores} cores, which client, servers and PostgreSQL share`;
  if (load > cores * 1.5) return `the ${cores} cores, which others use, too (load ${load.toFixed(1)})`;
  return durable ? 'the disk, for which each commit waits' : 'round trips: nobody uses a whole core';
}
