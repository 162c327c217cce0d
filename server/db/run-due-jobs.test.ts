import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { describeOnDatabases, type TestDatabase } from '../testing/test-databases.ts';
import { type Job, runDueJobs } from './run-due-jobs.ts';
import type { Database } from './schema.ts';

const noon = Date.parse('2026-11-20T12:00:00Z');
const minute = 60 * 1000;

describeOnDatabases('periodic jobs', (open) => {
  let database: TestDatabase;
  let nodes: Database[];
  let now: number;
  let runs: string[];
  let errors: unknown[];
  beforeEach(async () => {
    database = await open();
    nodes = [database.db, await database.reopen(), await database.reopen()];
    [now, runs, errors] = [noon, [], []];
  });
  afterEach(() => database.close());

  const job = (name: string, run: Job['run'] = async () => runs.push(name)): Job => ({ name, every: 60 * minute, run });
  const tick = (db: Database, ...jobs: Job[]) =>
    runDueJobs(
      db,
      jobs,
      () => now,
      (error) => errors.push(error),
    );

  test('run once on all servers, and again after their interval', async () => {
    const all = () => Promise.all(nodes.map((db) => tick(db, job('a'), job('b'))));
    await all();
    assert.deepEqual(runs.sort(), ['a', 'b']);
    now += 59 * minute;
    await all();
    assert.equal(runs.length, 2);
    now += minute;
    await all();
    assert.deepEqual(runs.sort(), ['a', 'a', 'b', 'b']);
    assert.deepEqual(errors, []);
  });

  test('are taken over from a server that died, whose late end changes nothing', async () => {
    let end = () => {};
    const stuck = job('a', () => new Promise<void>((resolve) => (end = resolve)));
    const dead = tick(nodes[0] as Database, stuck);
    while ((await database.db.selectFrom('job').select('name').execute()).length === 0);
    await tick(nodes[1] as Database, job('a'));
    assert.deepEqual(runs, [], 'it may still be alive');
    now += 11 * minute;
    await tick(nodes[1] as Database, job('a'));
    assert.deepEqual(runs, ['a']);
    now += 30 * minute;
    end();
    await dead;
    now += 31 * minute;
    await tick(nodes[2] as Database, job('a'));
    assert.deepEqual(runs, ['a', 'a'], 'an hour after the run that counts');
  });

  test('are left to a server that lives, however long it takes', async () => {
    let end = () => {};
    const long = job('a', () => new Promise<void>((resolve) => (end = resolve)));
    const busy = runDueJobs(
      nodes[0] as Database,
      [long],
      () => now,
      (error) => errors.push(error),
      10,
    );
    const leasedUntil = async () => {
      const row = await database.db.selectFrom('job').select('leased_until').executeTakeFirst();
      return row?.leased_until ?? 0;
    };
    while ((await leasedUntil()) === 0);
    for (let turn = 0; turn < 12; turn++) {
      now += minute;
      while ((await leasedUntil()) <= now + minute) await setTimeout(5);
      await tick(nodes[1] as Database, job('a'));
    }
    end();
    await busy;
    assert.deepEqual([runs, errors, await leasedUntil()], [[], [], 0]);
  });

  test('are taken over from a process that is killed in the middle', async (t) => {
    if (database.kind === 'sqlite') return t.skip('a SQLite file belongs to one process');
    const script = join(import.meta.dirname, '../testing/job-process.ts');
    const child = fork(script, [String(database.url), 'a'], { stdio: 'inherit' });
    await once(child, 'message');
    now = Date.now();
    await tick(nodes[1] as Database, job('a'));
    assert.deepEqual(runs, [], 'it is still alive');
    child.kill('SIGKILL');
    await once(child, 'exit');
    now = Date.now() + 3 * minute;
    await Promise.all(nodes.map((db) => tick(db, job('a'))));
    assert.deepEqual([runs, errors], [['a'], []]);
  });

  test('run although another fails, which is reported and waits for its interval', async () => {
    const failing = job('a', async () => {
      throw new Error('No.');
    });
    await tick(nodes[0] as Database, failing, job('b'));
    assert.deepEqual([runs.length, errors.length], [1, 1]);
    await tick(nodes[1] as Database, failing, job('b'));
    assert.deepEqual([runs.length, errors.length], [1, 1]);
  });
});
