// `node bench/lists.ts [records]`: the database cost of a page of a long list, on SQLite and PostgreSQL (DATABASE_URL or
// the installed package). It prints and asserts nothing.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inTransaction } from '../server/db/in-transaction.ts';
import { openDatabase } from '../server/db/open-database.ts';
import type { Database } from '../server/db/schema.ts';
import { both, type Condition } from '../server/dialect/filters/condition.ts';
import { fieldFilters } from '../server/dialect/filters/field-filters.ts';
import { recordFields } from '../server/dialect/filters/record-fields.ts';
import type { Mark } from '../server/dialect/pagination/pager.ts';
import { nameOfOrder } from '../server/dialect/sort/order.ts';
import { signedSort } from '../server/dialect/sort/signed-sort.ts';
import { loadApi } from '../server/openapi/load-api.ts';
import { clearRows, insertRow } from '../server/records/record-table.ts';
import { type ListQuery, listRecords } from '../server/sandbox/query/list-records.ts';
import { startPostgres } from '../server/testing/postgres-server.ts';
import { fill, fillInSets, invoice, place } from './long-list.ts';

const TOTAL = Number(process.argv[2] ?? 100_000);
const ROUNDS = 20;

const { document } = await loadApi('specs/notas');
const fields = recordFields(document, document.components?.schemas?.ServiceInvoice);

/** Query and position: a number of records to skip, or `cursor` for the page after the middle. */
const questions: [query: string, at: number | 'cursor'][] = [
  ['', 0],
  ['', TOTAL - 50],
  ['', 'cursor'],
  ['sort=-created_at', 0],
  ['sort=-created_at', TOTAL - 50],
  ['sort=-created_at', 'cursor'],
  ['sort=-amount,description', 'cursor'],
  ['sort=status,-amount', 0],
  ['description=Nota 4711', 0],
  ['status=canceled', 0],
  ['amount>=100&amount<=200', 0],
  ['amount>=100&status=issued', 0],
  ['amount>=100&status=issued&sort=-service_date', 0],
  ['status=issued&sort=-amount', 'cursor'],
  ['status=issued&sort=-amount', 30_000],
  ['amount>=100&status=issued&sort=status,-amount', 20_000],
  ['description~=9', 0],
  ['description~=9&amount>=1000&sort=-amount', 'cursor'],
  ['customer_id=cus_7&status=rejected&status=canceled&sort=amount', 0],
  ['amount<2500&status=waiting&customer_id>=cus_25', 100],
];

await benchmark('SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cais-bench-'));
  return { url: join(folder, 'cais.db'), stop: async () => rmSync(folder, { recursive: true, force: true }) };
});
const given = process.env.DATABASE_URL;
await benchmark('PostgreSQL', async () => (given ? { url: given, stop: async () => {} } : startPostgres()));

async function benchmark(
  name: string,
  start: () => Promise<{ url: string; stop: () => Promise<void> }>,
): Promise<void> {
  const { url, stop } = await start();
  const db = await openDatabase(url);
  try {
    const began = performance.now();
    await fill(db, TOTAL);
    console.log(
      `\n${name}: ${TOTAL.toLocaleString('en')} invoices, written in ${seconds(began)}; pages of 50 with their totals\n`,
    );
    console.log(
      `${'question'.padEnd(64)}${'at'.padStart(8)}${'total'.padStart(9)}${'first'.padStart(11)}${'second'.padStart(11)}${'median'.padStart(11)}${'p95'.padStart(11)}`,
    );
    for (const [query, at] of questions) await ask(db, query, at);
    await askFirst(db);
    const written = performance.now();
    for (let index = 0; index < 200; index++)
      await insertRow(db, place, `inv_more_${index}`, { body: invoice(TOTAL + index) });
    console.log(`\nInsert of a record into all these indexes: ${((performance.now() - written) / 200).toFixed(2)} ms`);
    const small = performance.now();
    for (let index = 0; index < 200; index++)
      await insertRow(db, { ...place, store: 'small' }, `small_${index}`, { body: invoice(index) });
    console.log(`Insert of a record into a small list: ${((performance.now() - small) / 200).toFixed(2)} ms`);
    const cleared = performance.now();
    await clearRows(db, place);
    console.log(`Removal of all these records, as by a reset: ${seconds(cleared)}`);
    const refilled = performance.now();
    await fillInSets(db, TOTAL);
    console.log(`Written again in sets of 500, into all these indexes: ${seconds(refilled)}`);
    const deleted = performance.now();
    await db.deleteFrom('workspace').where('id', '=', place.workspaceId).execute();
    console.log(`Deletion of the workspace: ${seconds(deleted)}`);
  } finally {
    await db.destroy();
    // The driver does not wait for its connections to close, and fails if the server is already gone.
    await new Promise((resolve) => setTimeout(resolve, 200));
    await stop();
  }
}

/** The filters of a profile, and `~=` for a text that contains another, as search languages have it. */
function readCondition(pairs: [string, string][]): Condition {
  const searched = pairs.flatMap(([name, value]): Condition[] => {
    const field = name.endsWith('~') ? fields.find(name.slice(0, -1)) : undefined;
    return field ? [{ field, operator: 'contains', value }] : [];
  });
  const taken = new Set(['sort', ...pairs.map(([name]) => name).filter((name) => name.endsWith('~'))]);
  return both(fieldFilters().read(pairs, fields, taken), { and: searched });
}

/** Runs a query once, which may create indexes, then repeatedly. */
async function ask(db: Database, query: string, at: number | 'cursor'): Promise<void> {
  const pairs = [...new URLSearchParams(query)];
  const order = signedSort().read(pairs, fields);
  const condition = readCondition(pairs);
  const began = performance.now();
  const first = await listRecords(db, place, { limit: 50, offset: 0, condition, order });
  const firstTime = performance.now() - began;
  // The values of a new field are being read into memory; questions meanwhile are slower, and counted apart.
  const second = performance.now();
  await listRecords(db, place, { limit: 50, offset: 0, condition, order });
  const meanwhile = performance.now() - second;
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const question: ListQuery = { limit: 50, offset: at === 'cursor' ? 0 : at, condition, order };
  if (at === 'cursor') {
    const { last } = await listRecords(db, place, { ...question, limit: 1, offset: Math.floor(first.total / 2) });
    question.after = { ...last, order: nameOfOrder(order) } as Mark;
  }
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await listRecords(db, place, question);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const [median = 0, high = 0] = [times[Math.floor(ROUNDS / 2)], times[Math.floor(ROUNDS * 0.95)]];
  const figures = [firstTime, meanwhile, median, high].map((time) => `${time.toFixed(2)} ms`.padStart(11)).join('');
  console.log(
    `${(query || '(all)').padEnd(64)}${String(at).padStart(8)}${first.total.toLocaleString('en').padStart(9)}${figures}`,
  );
}

/** What the others notice of a first question by a new field: their times to read and to write, meanwhile. */
async function askFirst(db: Database): Promise<void> {
  const order = signedSort().read([['sort', 'updated_at']], fields);
  let isAsking = true;
  const began = performance.now();
  const asked = listRecords(db, place, { limit: 50, offset: 0, order }).then(() => {
    isAsking = false;
  });
  const times: number[] = [];
  for (let index = 0; isAsking; index++) {
    const start = performance.now();
    await inTransaction(db, (inside) =>
      insertRow(inside, { ...place, store: 'others' }, `other_${index}`, { body: { index } }),
    );
    times.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await asked;
  times.sort((a, b) => a - b);
  const [median = 0, high = 0, most = 0] = [0.5, 0.99, 1].map((part) => times[Math.ceil(times.length * part) - 1]);
  console.log(
    `\nFirst question by a new field: ${seconds(began)}; meanwhile ${times.length} writes by others took ${median.toFixed(1)} ms (median), ${high.toFixed(1)} ms (p99), ${most.toFixed(1)} ms at most`,
  );
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
