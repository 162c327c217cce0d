import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Database } from '../../../db/schema.ts';
import type { Condition, Operator } from '../../../dialect/filters/condition.ts';
import type { Field } from '../../../dialect/filters/record-fields.ts';
import type { Place } from '../../../records/find-record.ts';
import { clearRows, insertRow, insertRows } from '../../../records/record-table.ts';
import { describeOnDatabases, type TestDatabase } from '../../../testing/test-databases.ts';
import { ensureIndexes } from '../field-indexes.ts';
import { type ListQuery, listRecords } from '../list-records.ts';
import { pageFromMemory } from './page-from-memory.ts';
import { rememberValues } from './remembered-lists.ts';

const field = (name: string, kind: Field['kind']): Field => ({ name, path: name.split('.'), kind });
const [price, name, isPaid, city] = [
  field('price', 'number'),
  field('name', 'text'),
  field('is_paid', 'boolean'),
  field('address.city', 'text'),
];
const is = (field: Field, operator: Operator, value: string | number): Condition => ({ field, operator, value });
const by = (...fields: [Field, boolean?][]) => fields.map(([field, descending = false]) => ({ field, descending }));

const conditions: Condition[] = [
  { and: [] },
  is(price, 'gte', 40),
  { and: [is(price, 'gt', 20), is(price, 'lte', 70), is(isPaid, 'eq', 'true')] },
  { and: [is(price, 'lt', 70), is(city, 'startsWith', 'São')] },
  { or: [is(name, 'contains', '\u{1F9FE}'), { and: [is(city, 'endsWith', 'os'), is(price, 'gte', 50)] }] },
  { and: [{ or: [is(name, 'eq', 'Nota 7'), is(name, 'eq', 'Nota 9')] }, is(isPaid, 'eq', 'false')] },
  is(name, 'lt', '\uFF5E'),
  is(city, 'eq', 'nowhere'),
];
const orders = [
  [],
  by([price]),
  by([name, true]),
  by([isPaid, true], [price]),
  by([city], [price, true]),
  by([price, true], [name], [city, true]),
];

/** Names sort differently by UTF-16 unit than by code point; some records lack values. */
function body(index: number) {
  const names = [`Nota ${index % 50}`, `\u{1F9FE} ${index % 30}`, `～ ${index % 20}`, 'ação'];
  return {
    ...(index % 11 !== 0 && { price: (index * 7919) % 90 }),
    ...(index % 13 !== 0 && { name: names[index % 4] }),
    is_paid: index % 3 === 0,
    address: { city: ['Santos', 'São Paulo', 'São Luís', null][(index * 31) % 4] },
  };
}

describeOnDatabases('a long list that a server remembers', (open) => {
  let database: TestDatabase;
  let db: Database;
  const place: Place = { workspaceId: 'wsp_columns', api: 'notas', store: 'serviceinvoices' };
  const total = 6000;
  before(async () => {
    database = await open();
    db = database.db;
    const workspace = { id: place.workspaceId, kind: 'guest' as const, created_at: '2026-11-20T12:00:00Z' };
    await db
      .insertInto('workspace')
      .values({ ...workspace, expires_at: null, name: null, allowed_origins: null })
      .execute();
    await insert(0, total);
  });
  after(() => database.close());

  async function insert(begin: number, end: number): Promise<void> {
    const rows = Array.from({ length: end - begin }, (_, index) => {
      const number = begin + index;
      const parent = `companies/${number % 3}`;
      return { store: place.store, parent, id: `inv_${number}`, body: body(number), changedAt: null };
    });
    await db.transaction().execute((transaction) => insertRows(transaction, place, rows));
  }

  /** Answers from memory; undefined where it would have to read the list again. */
  async function ask(at: Place, query: ListQuery) {
    const { indexes, list } = await ensureIndexes(db, at, query.condition ?? { and: [] }, query.order ?? []);
    return list && pageFromMemory(db, at, query, indexes, list);
  }

  async function remember(): Promise<void> {
    const fields = [price, name, isPaid, city];
    const { indexes, list } = await ensureIndexes(
      db,
      place,
      { and: [] },
      by(...fields.map((field): [Field] => [field])),
    );
    assert.ok(list);
    await rememberValues(
      db,
      place,
      list,
      fields.map((field) => ({ field, index: indexes.get(field.name) as number })),
    );
  }

  /** In a transaction, the database answers. */
  async function compareAll(every = 1): Promise<void> {
    for (const [index, condition] of conditions.entries())
      for (const [turn, order] of orders.entries()) {
        if (order.length === 0 && 'and' in condition && condition.and.length === 0) continue;
        if ((index * orders.length + turn) % every !== 0) continue;
        const at = (index + turn) % 2 === 0 ? place : { ...place, parent: 'companies/1' };
        const wanted = (query: ListQuery) => db.transaction().execute((inside) => listRecords(inside, at, query));
        for (const offset of [0, 1500]) {
          const query = { condition, order, offset, limit: 20 };
          const what = JSON.stringify({ condition, order: order.map(({ field }) => field.name), at, offset });
          const found = await wanted(query);
          assert.deepEqual(await ask(at, query), found, what);
          if (!found.last) continue;
          const behind = { ...query, offset: 0, after: { ...found.last, order: '' } };
          assert.deepEqual(await ask(at, behind), await wanted(behind), `${what}, behind a cursor`);
        }
      }
  }

  test('is answered as the database would, for all filters, orders and pages', async () => {
    await remember();
    await compareAll();
  });

  test('follows what is added, changed and removed, by this server and by others', async () => {
    const other = await database.reopen();
    for (const writer of [db, other]) {
      const added = { ...place, parent: 'companies/1' };
      await insertRow(writer, added, `new_${writer === db}`, { body: { price: 33, name: 'Nova \u{10FFFD}' } });
      await writer
        .updateTable('record')
        .set({ body: JSON.stringify({ price: 61.5, name: 'Mudada', address: { city: 'São Tomé' } }) })
        .where('id', '=', writer === db ? 'inv_40' : 'inv_41')
        .execute();
      await writer
        .deleteFrom('record')
        .where('id', '=', writer === db ? 'inv_50' : 'inv_51')
        .execute();
    }
    await compareAll(5);
  });

  test('refuses a page of records that are too large together', async () => {
    for (const [price_, filling] of [
      [1000, { text: 'a'.repeat(1_000_000) }],
      [1001, { parts: Array(15_000).fill([]) }],
    ] as const) {
      for (let count = 0; count < 3; count++)
        await insertRow(db, { ...place, parent: '' }, `large_${price_}_${count}`, {
          body: { price: price_, ...filling },
        });
      const query = { condition: is(price, 'eq', price_), order: [], offset: 0, limit: 20 };
      await assert.rejects(ask(place, query), { code: 'page_too_large' });
      assert.equal((await ask(place, { ...query, limit: 1 }))?.records.length, 1);
    }
    await db.deleteFrom('record').where('id', 'like', 'large_%').execute();
  });

  test('is read again after more changes than are kept', async () => {
    await insert(total, total + 2000);
    const query = { condition: is(price, 'gte', 40), order: [], offset: 0, limit: 20 };
    const found = await db.transaction().execute((inside) => listRecords(inside, place, query));
    assert.deepEqual(await listRecords(db, place, query), found);
    // What this question began to read has fewer fields.
    await remember();
    await remember();
    await compareAll(5);
  });

  test('is forgotten with a reset', async () => {
    await db.transaction().execute((inside) => clearRows(inside, place));
    const { list } = await ensureIndexes(db, place, is(price, 'gte', 40), []);
    assert.equal(list, undefined);
    await insert(0, total);
    const query = { condition: is(price, 'gte', 85), order: [], offset: 0, limit: 20 };
    const found = await db.transaction().execute((inside) => listRecords(inside, place, query));
    assert.deepEqual(await listRecords(db, place, query), found);
    const changes = await db.selectFrom('list_change').selectAll().execute();
    assert.deepEqual(changes, []);
  });
});
