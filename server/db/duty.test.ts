import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { createDuty, type Duty } from './duty.ts';

describeOnDatabases('a duty of all servers', (open) => {
  test('is that of one, until it dies or leaves', async (t) => {
    const database = await open();
    t.after(() => database.close());
    if (database.kind === 'sqlite') {
      const duty = createDuty(database.db, 'steps', Date.now);
      assert.equal(await duty.isMine(), true, 'a SQLite file belongs to one process');
      return;
    }
    let now = Date.parse('2026-11-20T12:00:00Z');
    const nodes = [database.db, await database.reopen(), await database.reopen()];
    const all = nodes.map((db) => createDuty(db, 'steps', () => now));
    const holdersOf = async (duties: Duty[]) => {
      const answers = await Promise.all(duties.map((duty) => duty.isMine()));
      return duties.filter((_, index) => answers[index]);
    };
    const [holder, ...others] = await holdersOf(all);
    assert.deepEqual([holder !== undefined, others], [true, []]);
    for (let turn = 0; turn < 30; turn++) {
      now += 1000;
      assert.deepEqual(await holdersOf(all.toReversed()), [holder], 'who has it keeps it');
    }

    // It dies, and asks no more.
    const living = all.filter((duty) => duty !== holder);
    now += 2000;
    assert.deepEqual(await holdersOf(living), [], 'it may still be alive');
    now += 2000;
    const [next, ...more] = await holdersOf(living);
    assert.deepEqual([next !== undefined, more], [true, []]);

    await next?.leave();
    now += 3000;
    const last = living.filter((duty) => duty !== next);
    assert.deepEqual(await holdersOf(living), last, 'who leaves does not come back');
  });
});
