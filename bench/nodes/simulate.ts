// `npx node bench/nodes/simulate.ts [workspaces] [partitions]`: very many small workspaces on one PostgreSQL, made by SQL: what the
// queries of a request, the polls and the cleaning cost, with whole tables and with partitions; and which of them read more than one
// partition. Figures, never a test.
import { Kysely, type LogEvent, PostgresDialect, sql } from 'kysely';
import { openDatabase } from '../../server/db/open-database.ts';
import { openPool } from '../../server/db/postgres-pool.ts';
import type { Tables } from '../../server/db/schema.ts';
import type { Field } from '../../server/dialect/filters/record-fields.ts';
import { findRecord, type Place } from '../../server/records/find-record.ts';
import { advanceLiveWorkspaces } from '../../server/records/lifecycle/advance-live-workspaces.ts';
import { deleteRow, insertRow, updateRow } from '../../server/records/record-table.ts';
import { removeExpiredWorkspaces } from '../../server/records/remove-workspaces.ts';
import { listRecords } from '../../server/sandbox/query/list-records.ts';
import { startPostgres } from '../../server/testing/postgres-server.ts';
import { findDueEndpoints } from '../../server/webhooks/delivery/find-due-endpoints.ts';
import { giveUpStranded } from '../../server/webhooks/disable-endpoint.ts';
import { removeOldEvents } from '../../server/webhooks/retention.ts';
import { fillWorkspaces } from './fill-workspaces.ts';
import { partitionedTables, partitionTables } from './partition-tables.ts';

const TOTAL = Number(process.argv[2] ?? 1_000_000);
const PARTITIONS = Number(process.argv[3] ?? 16);
const now = Date.now();
const amount: Field = { name: 'amount', path: ['amount'], kind: 'number' };

const postgres = await startPostgres({ shared_buffers: '1GB', maintenance_work_mem: '512MB', max_wal_size: '8GB' });
await (await openDatabase(postgres.url)).destroy();
/** The statements of what is being measured, with their values. */
let noted: { sql: string; parameters: readonly unknown[] }[] = [];
const db = new Kysely<Tables>({
  dialect: new PostgresDialect({ pool: openPool(postgres.url, { max: 4, limits: false }) }),
  log: ({ query }: LogEvent) => void noted.push(query),
});
try {
  const began = performance.now();
  await fillWorkspaces(db, TOTAL, now);
  const { rows } = await sql<{
    size: string;
  }>`select pg_size_pretty(pg_database_size(current_database())) as size`.execute(db);
  console.log(`${TOTAL.toLocaleString('en')} workspaces, ${rows[0]?.size}, made in ${seconds(began)}`);
  await measureAll('whole tables', 0);
  const divided = performance.now();
  await partitionTables(db, PARTITIONS);
  console.log(`\nDivided into ${PARTITIONS} partitions in ${seconds(divided)}`);
  await measureAll(`${PARTITIONS} partitions`, 1);
} finally {
  await db.destroy();
  await new Promise((resolve) => setTimeout(resolve, 300));
  await postgres.stop();
}

/** `later` is a number of days, since what is cleaned is gone. */
async function measureAll(name: string, later: number): Promise<void> {
  const place = (): Place => {
    const workspaceId = `wsp_${1 + Math.floor(Math.random() * TOTAL)}`;
    return { workspaceId, api: 'notas', store: 'serviceinvoices', parent: 'companies/1' };
  };
  const idOf = ({ workspaceId }: Place) => `inv_${workspaceId.slice(4)}_1`;
  console.log(`\n${name.padEnd(48)}${'median'.padStart(10)}${'p95'.padStart(10)}   partitions read`);
  console.log('a request');
  await measure('a record by its id', 300, () => {
    const at = place();
    return findRecord(db, at, idOf(at));
  });
  await measure('a page of a list', 300, () => listRecords(db, place(), { limit: 20, offset: 0 }));
  await measure('a page, filtered and sorted', 300, () => {
    const condition = { field: amount, operator: 'gte' as const, value: 10 };
    return listRecords(db, place(), { limit: 20, offset: 0, condition, order: [{ field: amount, descending: true }] });
  });
  await measure('a record is added, changed and removed', 300, async () => {
    const at = place();
    const made = await insertRow(db, at, `inv_new_${Math.random()}`, { body: { amount: '1.00' } });
    if (!made) return;
    await updateRow(db, made, { body: { amount: '2.00' } });
    await deleteRow(db, { ...made, body: { amount: '2.00' } });
  });
  await measure('a key by its digest', 300, () =>
    db
      .selectFrom('api_key')
      .selectAll()
      .where('digest', '=', `digest_${1 + Math.floor(Math.random() * TOTAL)}`)
      .execute(),
  );
  await measure('the last events of a workspace', 300, () =>
    db
      .selectFrom('event')
      .selectAll()
      .where('workspace_id', '=', place().workspaceId)
      .orderBy('seq', 'desc')
      .limit(20)
      .execute(),
  );
  await measure('the last deliveries of a workspace', 300, () =>
    db
      .selectFrom('delivery')
      .selectAll()
      .where('workspace_id', '=', place().workspaceId)
      .orderBy('seq', 'desc')
      .limit(20)
      .execute(),
  );
  console.log('each second');
  await measure('endpoints with due deliveries, all', 5, () => findDueEndpoints(db, new Date(now)));
  await measure('endpoints with due deliveries, one workspace', 50, () =>
    findDueEndpoints(db, new Date(now), place().workspaceId),
  );
  await measure('due steps of workspaces with webhooks', 5, () =>
    advanceLiveWorkspaces({
      db,
      apis: new Map(),
      publicUrl: 'http://localhost',
      real: new Date(now),
      followed: [],
      withWebhooks: true,
      log: console as never,
    }),
  );
  console.log('each hour');
  await measure('stranded deliveries', 1, () => giveUpStranded(db, new Date(now)));
  await measure('old events, where a thousandth is old', 1, () =>
    removeOldEvents(db, new Date(now), 29.97 - later * 0.03),
  );
  await measure('expired workspaces, a thousandth of all', 1, () =>
    removeExpiredWorkspaces(db, new Date(now + later * 86_400_000)),
  );
}

/** Runs something so often, and explains its last statements. */
async function measure(what: string, times: number, run: () => Promise<unknown>): Promise<void> {
  const took: number[] = [];
  for (let time = 0; time < times; time++) {
    noted = [];
    const start = performance.now();
    await run();
    took.push(performance.now() - start);
  }
  took.sort((a, b) => a - b);
  const at = (part: number) => took[Math.floor(took.length * part)] ?? Number.NaN;
  const statements = noted.filter(({ sql: text }) => /^\s*(select|insert|update|delete|with)/i.test(text)).slice(0, 12);
  let most = '';
  for (const statement of statements) {
    const read = await partitionsRead(statement);
    if (read.length > most.length) most = read;
  }
  console.log(
    `  ${what.padEnd(46)}${at(0.5).toFixed(2).padStart(7)} ms${at(0.95).toFixed(2).padStart(7)} ms   ${most || '–'}`,
  );
}

/** The tables of which a statement's plan has more than one partition, with their number. */
async function partitionsRead({
  sql: text,
  parameters,
}: {
  sql: string;
  parameters: readonly unknown[];
}): Promise<string> {
  const counts = new Map<string, number>();
  // Explained in a transaction that is rolled back, with the values, as the planner sees them.
  const { rows } = await db.executeQuery<{ 'QUERY PLAN': string }>({
    sql: `explain ${text}`,
    parameters,
    query: { kind: 'RawNode', sqlFragments: [], parameters: [] },
    queryId: { queryId: 'explain' },
  } as never);
  const relations = new Set(
    rows.flatMap((row) => [...row['QUERY PLAN'].matchAll(/ on (\w+?_\d+)\b/g)].map(([, name]) => name as string)),
  );
  for (const name of relations) {
    const table = partitionedTables.find((one) => name.startsWith(`${one}_`));
    if (table) counts.set(table, (counts.get(table) ?? 0) + 1);
  }
  return [...counts].map(([table, count]) => `${table}: ${count} of ${PARTITIONS}`).join(', ');
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(0)} s`;
}
