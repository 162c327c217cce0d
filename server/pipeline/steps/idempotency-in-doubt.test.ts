import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import type { Database } from '../../db/schema.ts';
import type { LostCommit } from '../../testing/database-proxy.ts';
import { withFailingPortal } from '../../testing/failing-portal.ts';
import { type IdempotentCalls, idempotentCalls, isReplayed } from '../../testing/idempotent-calls.ts';
import { customer as ana } from '../../testing/notas.ts';

const server = process.env.TEST_DATABASE_URL;
const body = { ...ana, name: 'Maybe Stored' };

/** Sends a request whose COMMIT is lost, and then what it is given. */
async function lose(
  when: LostCommit,
  then: (calls: IdempotentCalls) => Promise<void>,
  prepare: (db: Database) => Promise<unknown> = async () => {},
): Promise<void> {
  await withFailingPortal(server as string, async ({ portal, proxy }) => {
    const key = await portal.guest();
    const calls = idempotentCalls(() => ({ portal, key }));
    assert.equal(await calls.countOf(body.name), 0);
    await prepare(portal.context.db);
    proxy.loseCommit(when, 'in doubt');
    const first = await calls.post('in doubt', body);
    assert.deepEqual([first.status, first.headers['retry-after']], [503, '2']);
    await then(calls);
  });
}

describe('Notas, idempotency: a COMMIT in doubt', { skip: server ? false : 'TEST_DATABASE_URL is not set' }, () => {
  test('a change that was committed although its response was lost is not made again', async () => {
    await lose('after', async ({ post, countOf }) => {
      const again = await post('in doubt', body);
      assert.deepEqual([again.status, isReplayed(again), again.body.name], [201, true, body.name]);
      assert.equal(await countOf(body.name), 1);
    });
  });

  test('a change whose COMMIT never arrived is made by the next request', async () => {
    await lose('before', async ({ post, countOf }) => {
      const again = await post('in doubt', body);
      assert.deepEqual([again.status, isReplayed(again), again.body.name], [201, false, body.name]);
      assert.ok(isReplayed(await post('in doubt', body)));
      assert.equal(await countOf(body.name), 1);
    });
  });

  test('a change that is still being committed is waited for, and not made again', async () => {
    const once = async ({ post, countOf }: IdempotentCalls) => {
      const again = await post('in doubt', body);
      assert.deepEqual([again.status, isReplayed(again)], [201, true]);
      assert.equal(await countOf(body.name), 1);
    };
    await lose('during', once, async (db) => {
      await sql`create function slow() returns trigger language plpgsql as
        $$ begin perform pg_sleep(1); return null; end $$`.execute(db);
      await sql`create constraint trigger slow after insert on record
        deferrable initially deferred for each row execute function slow()`.execute(db);
    });
  });
});
