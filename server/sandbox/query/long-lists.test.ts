import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { type Body, fill, workspaceOf } from '../../testing/long-list.ts';
import { describeOnDatabases, type TestDatabase } from '../../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';

describeOnDatabases('a long list', (open) => {
  let portal: TestPortal;
  let database: TestDatabase;
  let minute = 0;
  before(async () => {
    portal = await startTestPortal({
      open: async () => {
        database = await open();
        return database;
      },
      // Each request runs in its own minute: these tests are not about the rate limit.
      now: () => new Date(Date.UTC(2026, 10, 20, 12, minute++ % 600)),
    });
  });
  after(() => portal.close());

  test('is indexed, and returns what a scan would', async () => {
    // Long enough for selective filters, and for some that match many records.
    const [guest, total] = [await portal.guest(), 6000];
    await portal.call('GET /sandbox/notas/v1/customers', { key: guest });
    const db = database.db;
    const made = await fill(db, await workspaceOf(db), total);
    const ids = (records: Body[]) => records.map(({ id }) => id);
    const answer = async (query: string) => {
      const { body, headers, status } = await portal.call(
        `GET /sandbox/notas/v1/companies/com_long/serviceinvoices?${query}`,
        { key: guest },
      );
      assert.equal(status, 200, JSON.stringify(body));
      return { ids: ids(body), total: Number(headers['x-total-count']) };
    };
    const check = async (query: string, wanted: Body[]) => {
      assert.deepEqual(
        await answer(`${query}&per_page=100`),
        { ids: ids(wanted.slice(0, 100)), total: wanted.length },
        query,
      );
      assert.deepEqual(
        (await answer(`${query}&offset=110&limit=7`)).ids,
        ids(wanted.slice(110, 117)),
        `${query}, further on`,
      );
      assert.deepEqual(
        (await answer(`${query}&offset=2500&limit=7`)).ids,
        ids(wanted.slice(2500, 2507)),
        `${query}, far on`,
      );
    };
    const verify = async () => {
      const by = (...keys: ((record: Body) => string | number)[]) =>
        made().toSorted((a, b) => keys.map((key) => compare(key(a), key(b))).find(Boolean) ?? 0);
      const amount = ({ amount }: Body) => Number(amount);
      await check(
        'status=issued',
        made().filter(({ status }) => status === 'issued'),
      );
      await check(
        'status=issued&status=error',
        made().filter(({ status }) => status === 'issued' || status === 'error'),
      );
      await check(
        'amount>=250&amount<=900',
        made().filter((record) => amount(record) >= 250 && amount(record) <= 900),
      );
      await check(
        'amount>100&status=issued&number>5',
        made().filter((record) => amount(record) > 100 && record.status === 'issued' && Number(record.number ?? 0) > 5),
      );
      const wide = made().filter((record) => amount(record) > 100 && Number(record.number ?? 0) >= 3);
      await check('amount>100&number>=3', wide);
      await check(
        'amount>100&number>=3&sort=amount',
        by(amount).filter((record) => wide.includes(record)),
      );
      await check(
        'amount>100&number>=3&sort=status,amount',
        by(({ status }) => String(status), amount).filter((record) => wide.includes(record)),
      );
      await check(
        'sort=amount&description=Item%203&status=issued',
        by(amount).filter(({ description, status }) => description === 'Item 3' && status === 'issued'),
      );
      await check('sort=amount', by(amount));
      await check(
        'sort=-amount',
        by(
          (record) => -amount(record),
          (record) => -Number(record.place),
        ),
      );
      await check(
        'sort=number',
        by(({ number }) => Number(number ?? Number.NEGATIVE_INFINITY)),
      );
      await check(
        'sort=status,-amount',
        by(
          ({ status }) => String(status),
          (record) => -amount(record),
          (record) => -Number(record.place),
        ),
      );
      await check(
        'sort=amount&status=issued&amount<900',
        by(amount).filter((record) => record.status === 'issued' && amount(record) < 900),
      );
      await check(
        'description=Item%207',
        made().filter(({ description }) => description === 'Item 7'),
      );
    };
    await verify();
    const indexed = await db.selectFrom('indexed_field').select('path').execute();
    assert.ok(indexed.length >= 4, 'no index was created');

    // Changes, removals and additions update the indexes too.
    const records = made();
    for (const [index, record] of records.entries())
      if (index < 700 && index % 7 === 0) Object.assign(record, { amount: `${index}.50`, status: 'error' });
    for (const record of records) {
      if (Number(record.place) < 700 && Number(record.place) % 7 === 0)
        await db
          .updateTable('record')
          .set({ body: JSON.stringify(record) })
          .where('id', '=', String(record.id))
          .execute();
    }
    await db
      .deleteFrom('record')
      .where('id', 'in', ids(made.remove(({ place }) => Number(place) % 11 === 0)) as string[])
      .execute();
    await verify();

    await db
      .deleteFrom('workspace')
      .where('id', '=', await workspaceOf(db))
      .execute();
    assert.deepEqual(
      await db.selectFrom('indexed_field').select('id').where('store', '=', 'serviceinvoices').execute(),
      [],
      'an index outlives its workspace',
    );
    const { rows } = await sql`select * from record_field limit 1`.execute(db);
    assert.deepEqual(rows, [], 'entries outlive their index');
  });
});

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
