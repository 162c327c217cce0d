import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Database } from '../../db/schema.ts';
import { recordFields } from '../../dialect/filters/record-fields.ts';
import { cursorPager } from '../../dialect/pagination/cursor.ts';
import type { Mark } from '../../dialect/pagination/pager.ts';
import { nameOfOrder, type Order } from '../../dialect/sort/order.ts';
import { findRecord, type Place } from '../../records/find-record.ts';
import { deleteRow, insertRow, updateRow } from '../../records/record-table.ts';
import { describeOnDatabases, type TestDatabase } from '../../testing/test-databases.ts';
import { listRecords } from './list-records.ts';

const document = { openapi: '3.1.0', info: { title: 'A', version: '1' } };
const schema = { type: 'object', properties: { price: { type: 'number' }, name: { type: 'string' } } };
const fields = recordFields(document, schema);

const orderBy = (...names: string[]): Order =>
  names.map((name) => ({
    field: fields.find(name.replace('-', '')) as Order[number]['field'],
    descending: name.startsWith('-'),
  }));

describeOnDatabases('a walk during writes', (open) => {
  let database: TestDatabase;
  let others: Database[];
  before(async () => {
    database = await open();
    others = [await database.reopen(), await database.reopen()];
    await database.db
      .insertInto('workspace')
      .values({ id: 'wsp_walk', kind: 'guest', created_at: '2026-11-20T12:00:00Z', expires_at: null } as never)
      .execute();
  });
  after(() => database.close());

  const placeOf = (store: string): Place => ({ workspaceId: 'wsp_walk', api: 'notas', store, parent: '' });
  const bodyOf = (index: number) => ({ name: `Item ${index % 10}`, price: (index * 37) % 100 });

  async function add(db: Database, place: Place, id: string, index: number): Promise<void> {
    await insertRow(db, place, id, { body: bodyOf(index) });
  }

  /** Walks a whole list by cursor, as a caller does: each page from the cursor of the previous one. */
  async function walk(place: Place, order: Order, limit: number): Promise<string[]> {
    const pager = cursorPager({ cursor: 'mark', limit: 'limit', start: '*' });
    const seen: string[] = [];
    for (let query: Record<string, unknown> | undefined = { mark: '*', limit }; query; ) {
      const request = pager.read(query);
      const { records, total, hasMore, last } = await listRecords(database.db, place, { ...request, order });
      seen.push(...records.map(({ id }) => id));
      const mark: Mark | undefined = last && { ...last, order: nameOfOrder(order) };
      query = pager.queries({ ...request, count: records.length, total, hasMore, last: mark }).next;
      await new Promise(setImmediate);
      assert.ok(seen.length < 100_000, 'the walk does not end');
    }
    return seen;
  }

  for (const [name, order] of Object.entries({
    'order of creation': [],
    'order of a field': orderBy('-price'),
    'order of two': orderBy('name', '-price'),
  })) {
    test(`by cursor in the ${name} loses and repeats nothing`, async () => {
      const place = placeOf(`walk by ${nameOfOrder(order)}`);
      // Long enough for the list to be indexed when it is sorted.
      for (let index = 0; index < 1200; index++) await add(database.db, place, `first ${index}`, index);

      let writing = true;
      const writers = others.map(async (db, writer) => {
        for (let index = 0; writing; index++) {
          await add(db, place, `writer ${writer} ${index}`, index * 7 + writer);
          if (index % 5 === 0) await removeOne(db, place, `writer ${writer} ${index}`);
          if (index % 3 === 0) await touchOne(db, place, `first ${(index * 11) % 1200}`);
          await new Promise(setImmediate);
        }
      });
      const walks: string[][] = [];
      for (let round = 0; round < 3; round++) walks.push(await walk(place, order, 37));
      writing = false;
      await Promise.all(writers);
      for (const seen of walks) {
        assert.equal(new Set(seen).size, seen.length, 'a record was repeated');
        const ids = new Set(seen);
        for (let index = 0; index < 1200; index++) assert.ok(ids.has(`first ${index}`), `first ${index} was lost`);
      }
      assert.ok((walks[2] as string[]).length > 1200, 'there were no writes');
    });
  }

  test('that resumes from its last cursor misses no rows from transactions that commit late', async () => {
    const place = placeOf('slow');
    // On SQLite a transaction blocks every other connection of its thread: its writers share one there, as in the server.
    const connections = database.kind === 'postgres' ? others : [database.db, database.db];
    let writing = connections.length;
    const made: string[] = [];
    const writers = connections.map(async (db, writer) => {
      for (let index = 0; index < 60; index++) {
        const id = `${writer} ${index}`;
        await db.transaction().execute(async (transaction) => {
          await add(transaction, place, id, index);
          await new Promise((resolve) => setTimeout(resolve, (index * 7 + writer * 3) % 5));
        });
        made.push(id);
        await new Promise(setImmediate);
      }
      writing--;
    });
    const seen: string[] = [];
    let after: Mark | undefined;
    const follow = async (): Promise<number> => {
      const { records, last } = await listRecords(database.db, place, { limit: 7, offset: 0, ...(after && { after }) });
      seen.push(...records.map(({ id }) => id));
      if (last) after = { ...last, order: '' };
      return records.length;
    };
    while (writing > 0) {
      await follow();
      await new Promise(setImmediate);
    }
    await Promise.all(writers);
    while ((await follow()) > 0);
    assert.deepEqual(seen.toSorted(), made.toSorted());
  });

  test('finds every record in an index that was filled during writes', async () => {
    const place = placeOf('filled');
    for (let index = 0; index < 1500; index++) await add(database.db, place, `first ${index}`, index);
    let writing = true;
    const writers = others.map(async (db, writer) => {
      let index = 0;
      for (; writing || index < 20; index++) {
        await add(db, place, `${writer} ${index}`, index);
        await new Promise(setImmediate);
      }
      return index;
    });
    await listRecords(database.db, place, { limit: 1, offset: 0, order: orderBy('price') });
    writing = false;
    const written = await Promise.all(writers);
    const all = 1500 + written.reduce((sum, count) => sum + count, 0);
    const seen = await walk(place, orderBy('price'), 100);
    assert.deepEqual([seen.length, new Set(seen).size], [all, all]);
  });

  async function removeOne(db: Database, place: Place, id: string): Promise<void> {
    const row = await rowOf(db, place, id);
    if (row) await deleteRow(db, row);
  }

  /** Rewrites a record without moving it in any order. */
  async function touchOne(db: Database, place: Place, id: string): Promise<void> {
    const row = await rowOf(db, place, id);
    if (row) await updateRow(db, row, { body: { ...row.body, touched: true } });
  }

  function rowOf(db: Database, place: Place, id: string) {
    return findRecord(db, { ...place, parent: undefined }, id);
  }
});
