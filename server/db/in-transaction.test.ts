import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { inTransaction } from './in-transaction.ts';
import type { Database } from './schema.ts';

const now = '2026-11-20T12:00:00.000Z';
const insert = (db: Database, id: string) =>
  db
    .insertInto('workspace')
    .values({ id, kind: 'guest', name: id, created_at: now, expires_at: null, allowed_origins: null })
    .execute();
const idsOf = async (db: Database) =>
  (await db.selectFrom('workspace').select('id').orderBy('id').execute()).map(({ id }) => id);

describeOnDatabases('transactions', (open) => {
  test('among concurrent changes, a failed one is rolled back alone, in any position', async (t) => {
    const { db, close } = await open();
    t.after(close);
    const make = (id: string, fails: boolean) =>
      inTransaction(db, async (transaction) => {
        await insert(transaction, id);
        if (fails) throw new Error(`${id} failed.`);
        return id;
      });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 120 }, (_, index) => make(`wsp_${index}`, index % 5 === 0)),
    );
    const committed = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    assert.equal(committed.length, 96);
    assert.deepEqual(await idsOf(db), committed.sort());
    const failed = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.message] : []));
    assert.ok(failed.includes('wsp_5 failed.'));
  });

  test('a change is committed before its promise resolves', async (t) => {
    const { db, reopen, close } = await open();
    t.after(close);
    const other = await reopen();
    t.after(() => other.destroy());
    const ids = Array.from({ length: 20 }, (_, index) => `wsp_${index}`);
    await Promise.all(
      ids.map(async (id) => {
        await inTransaction(db, (transaction) => insert(transaction, id));
        assert.ok((await idsOf(other)).includes(id));
      }),
    );
  });

  test('a nested transaction can fail without the outer one', async (t) => {
    const { db, close } = await open();
    t.after(close);
    await inTransaction(db, async (transaction) => {
      await insert(transaction, 'wsp_1');
      const step = inTransaction(transaction, async (inside) => {
        await insert(inside, 'wsp_2');
        throw new Error('No.');
      });
      await assert.rejects(step, /No\./);
      await inTransaction(transaction, (inside) => insert(inside, 'wsp_3'));
    });
    assert.deepEqual(await idsOf(db), ['wsp_1', 'wsp_3']);
  });
});
