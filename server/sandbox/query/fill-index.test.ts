import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { inTransaction } from '../../db/in-transaction.ts';
import type { Field } from '../../dialect/filters/record-fields.ts';
import type { Place } from '../../records/find-record.ts';
import { clearRows, insertRow, insertRows } from '../../records/record-table.ts';
import { describeOnDatabases, type TestDatabase } from '../../testing/test-databases.ts';
import { listRecords } from './list-records.ts';

const total = 6000;
const price: Field = { name: 'price', path: ['price'], kind: 'number' };
const order = [{ field: price, descending: false }];

describeOnDatabases('the first question by a field of a long list', (open) => {
  let database: TestDatabase;
  before(async () => {
    database = await open();
    const workspace = { id: 'wsp_first', kind: 'guest' as const, created_at: '2026-11-20T12:00:00Z', expires_at: null };
    await database.db
      .insertInto('workspace')
      .values({ ...workspace, name: null, allowed_origins: null })
      .execute();
  });
  after(() => database.close());

  /** A list below several parents. */
  async function fill(store: string): Promise<Place> {
    const place = { workspaceId: 'wsp_first', api: 'notas', store };
    const rows = Array.from({ length: total }, (_, index) => {
      const body = { price: (index * 7919) % total };
      return { store, parent: `companies/${index % 7}`, id: `${index}`, body, changedAt: null };
    });
    await database.db.transaction().execute((transaction) => insertRows(transaction, place, rows));
    return place;
  }

  async function ask(place: Place, db = database.db) {
    const { records, total: found } = await listRecords(db, place, { limit: 5, offset: 2000, order });
    return [records.map(({ body }) => body.price), found];
  }

  async function findUnfilled() {
    const { rows } = await sql`select path from indexed_field where filled_parent is not null`.execute(database.db);
    return rows;
  }

  const wanted = [2000, 2001, 2002, 2003, 2004];

  test('lets others write to the list while its index is filled', async () => {
    const place = await fill('open');
    let isAnswered = false;
    const answer = ask(place).finally(() => {
      isAnswered = true;
    });
    let written = 0;
    while (!isAnswered) {
      const body = { price: total + written };
      await inTransaction(database.db, (db) =>
        insertRow(db, { ...place, parent: 'companies/new' }, `new ${written}`, { body }),
      );
      if (!isAnswered) written++;
    }
    assert.deepEqual((await answer)[0], wanted);
    assert.ok(written > 2, `${written} writes in between`);
    const { rows } = await sql`select count(*) as entries from record_field`.execute(database.db);
    assert.deepEqual([rows, await findUnfilled()], [[{ entries: (await ask(place))[1] }], []]);
  });

  test('by several processes at once is answered alike by all', async () => {
    const place = await fill('several');
    const databases = [database.db, await database.reopen(), await database.reopen()];
    const answers = await Promise.all(databases.map((db) => ask(place, db)));
    for (const answer of answers) assert.deepEqual(answer, [wanted, total]);
  });

  test('is right in a transaction, and where a process died while it filled the index', async () => {
    const place = await fill('left');
    await sql`insert into indexed_field (workspace_id, api, store, path, kind, filled_parent, filled_seq)
      values ('wsp_first', 'notas', 'left', ${database.kind === 'sqlite' ? '$."price"' : '{"price"}'}, 'number', '', 0)`.execute(
      database.db,
    );
    assert.deepEqual(await database.db.transaction().execute((db) => ask(place, db)), [wanted, total]);
    assert.equal((await findUnfilled()).length, 1);
    assert.deepEqual(await ask(place), [wanted, total]);
    assert.deepEqual(await findUnfilled(), []);
  });

  test('is followed by a removal of all records that writes the size of each list once', async () => {
    const place = await fill('cleared');
    await ask(place);
    await database.db.transaction().execute(async (db) => {
      await clearRows(db, place);
      if (database.kind === 'sqlite') return;
      const { rows } = await sql<{ n_tup_upd: number }>`
        select n_tup_upd from pg_stat_xact_user_tables where relname = 'list_size'`.execute(db);
      assert.ok(Number(rows[0]?.n_tup_upd) < 100, `${rows[0]?.n_tup_upd} versions of sizes`);
    });
    const { rows } = await sql`select * from record_field limit 1`.execute(database.db);
    assert.deepEqual([await ask(place), rows], [[[], 0], []]);
  });
});
