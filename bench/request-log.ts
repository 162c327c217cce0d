// `npm run bench:log -- [calls] [sqlite|postgres]`: how long a page of the request log takes, of a workspace with a million calls and by
// every filter, on SQLite and PostgreSQL; and what it costs to write a set of calls. It prints and asserts nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { insertRequests } from '../server/activity/requests/request-rows.ts';
import { type RequestSearch, searchRequests } from '../server/activity/requests/search-requests.ts';
import { openDatabase } from '../server/db/open-database.ts';
import type { Database } from '../server/db/schema.ts';
import { startPostgres } from '../server/testing/postgres-server.ts';
import { makeCall } from './make-call.ts';

const TOTAL = Number(process.argv[2] ?? 1_000_000);
const ONLY = process.argv[3];
const SET = 250;
const ROUNDS = 10;
const began = Date.now() - TOTAL * 1000;

const searches: [name: string, search: RequestSearch, from?: number][] = [
  ['all', {}],
  ['all, in the middle', {}, TOTAL / 2],
  ['an API', { api: 'crm' }],
  ['the sandboxes', { target: 'sandbox' }],
  ['the platform, which was never called', { target: 'platform' }],
  ['an operation', { operation: 'listCustomers' }],
  ['POST', { method: 'POST' }],
  ['a status', { status: 404 }],
  ['a class', { class: 5 }],
  ['an error code, one in 100,000', { error_code: 'rare' }],
  ['a key, one in 1,000', { actor_id: 'key_7' }],
  ['a key and an API that it did not call', { actor_id: 'key_7', api: 'nowhere' }],
  ['404 of a method that was never used', { status: 404, method: 'TRACE' }],
  ['an hour, long ago', { since: new Date(began + 3600_000), until: new Date(began + 7200_000) }],
  ['text in the path', { q: 'cus_999' }],
  ['text that is nowhere', { q: 'nowhere' }],
  ['text that is nowhere, of a class', { q: 'nowhere', class: 4 }],
  ['a method and an API, long ago', { method: 'POST', api: 'crm', until: new Date(began + 7200_000) }],
];

if (ONLY !== 'postgres') {
  const folder = mkdtempSync(join(tmpdir(), 'cais-bench-'));
  await measure('SQLite', await openDatabase(join(folder, 'cais.db')));
  rmSync(folder, { recursive: true, force: true });
}
if (ONLY !== 'sqlite') {
  const postgres = await startPostgres();
  await measure('PostgreSQL', await openDatabase(postgres.url));
  await postgres.stop();
}

async function measure(name: string, db: Database): Promise<void> {
  // Calls of workspaces that are gone are not written.
  const ends = new Date(Date.now() + 86_400_000).toISOString();
  await db
    .insertInto('workspace')
    .values({ id: 'wsp_1', kind: 'guest', created_at: new Date().toISOString(), expires_at: ends })
    .execute();
  const started = performance.now();
  const times: number[] = [];
  for (let first = 0; first < TOTAL; first += SET) {
    const rows = Array.from({ length: Math.min(SET, TOTAL - first) }, (_, index) =>
      makeCall('wsp_1', first + index, began + (first + index) * 1000),
    );
    const before = performance.now();
    await insertRequests(db, rows);
    times.push(performance.now() - before);
  }
  if (name === 'PostgreSQL') await sql`analyze request`.execute(db);
  times.sort((a, b) => a - b);
  const [median = 0, worst = 0] = [times[Math.floor(times.length / 2)], times[Math.floor(times.length * 0.99)]];
  console.log(
    `\n${name}: ${TOTAL.toLocaleString('en')} calls in ${((performance.now() - started) / 1000).toFixed(0)} s; a set of ${SET}: median ${median.toFixed(1)} ms, p99 ${worst.toFixed(1)} ms`,
  );
  for (const [title, search, after] of searches) {
    const taken: number[] = [];
    let found = '';
    for (let round = 0; round < ROUNDS; round++) {
      const before = performance.now();
      const { rows, hasMore } = await searchRequests(db, 'wsp_1', search, { limit: 50, after });
      taken.push(performance.now() - before);
      found = `${rows.length}${hasMore ? ' and more' : ''}`;
    }
    taken.sort((a, b) => a - b);
    const figures = [taken[Math.floor(ROUNDS / 2)], taken.at(-1)]
      .map((time) => `${time?.toFixed(1)} ms`.padStart(10))
      .join('');
    console.log(`${title.padEnd(40)}${found.padStart(14)}${figures}`);
  }
  await db.destroy();
}
