import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { engineOf } from '../../db/engine.ts';
import { describeOnDatabases, type TestDatabase } from '../../testing/test-databases.ts';
import { exhaust } from './exhaust.ts';
import { fixedWindow } from './fixed-window.ts';
import { gradualThrottling } from './gradual-throttling.ts';
import { leakyBucket } from './leaky-bucket.ts';
import { createLimitStates, type LimitStates } from './limit-states.ts';
import type { Limiter, Taken } from './limiter.ts';
import { putLimitState, removeExpiredLimitStates } from './put-limit-state.ts';
import { createSharedLimitStates, type PutState } from './shared-limit-states.ts';

const noon = Date.parse('2026-11-20T12:00:00Z');
const limit = 25;
const limiters: Limiter[] = [
  fixedWindow({ requests: limit, seconds: 60 }),
  gradualThrottling({ requests: limit, seconds: 60, soft: 5 }),
  leakyBucket({ capacity: limit, perSecond: 0.5, header: 'x-wait' }),
] as Limiter[];

describeOnDatabases('limits of several servers', (open) => {
  let database: TestDatabase;
  let nodes: LimitStates[];
  let now = noon;
  const errors: unknown[] = [];
  before(async () => {
    database = await open();
    // A SQLite file has one server.
    if (engineOf(database.db).kind === 'sqlite') nodes = [createLimitStates(() => now)];
    else {
      const dbs = [database.db, await database.reopen(), await database.reopen()];
      nodes = dbs.map((db) => shared((write) => putLimitState(db, write)));
    }
  });
  after(() => database.close());

  const shared = (put: PutState) =>
    createSharedLimitStates(
      put,
      () => now,
      (error) => errors.push(error),
    );
  /** Sends requests to random servers at random moments. */
  const send = (limiter: Limiter, caller: string, count: number, to = nodes): Promise<Taken<unknown>[]> =>
    Promise.all(
      Array.from({ length: count }, async () => {
        await wait(Math.random() * 40);
        return (to[Math.floor(Math.random() * to.length)] as LimitStates).take(limiter, caller, now);
      }),
    );
  const accepted = (taken: Taken<unknown>[]) => taken.filter(({ retryAfter }) => retryAfter === undefined);

  for (const limiter of limiters) {
    test(`a ${limiter.name.en} accepts as many requests as one server does`, async () => {
      const taken = await send(limiter, `exact ${limiter.name.en}`, 4 * limit);
      assert.equal(accepted(taken).length, limit);
      const refused = exhaust(limiter, now);
      for (const node of nodes)
        assert.deepEqual((await node.take(limiter, `exact ${limiter.name.en}`, now)).headers, refused.headers);
    });

    test(`a ${limiter.name.en} accepts again on every server once time has passed`, async () => {
      const caller = `again ${limiter.name.en}`;
      await send(limiter, caller, 2 * limit);
      now += 61_000;
      for (const node of nodes) assert.equal((await node.take(limiter, caller, now)).retryAfter, undefined);
    });

    test(`a ${limiter.name.en} reports the rest of all servers in turn`, async () => {
      const caller = `headers ${limiter.name.en}`;
      const [only, turns] = [createLimitStates(() => now), Array.from({ length: 12 }, (_, turn) => turn)];
      for (const turn of turns) {
        const node = nodes[turn % nodes.length] as LimitStates;
        assert.deepEqual((await node.take(limiter, caller, now)).headers, only.take(limiter, caller, now).headers);
      }
    });

    test(`a ${limiter.name.en} holds on each server while the store fails, and on all once it is back`, async () => {
      let fails = true;
      const rows = new Map<string, Parameters<PutState>[0]>();
      const put: PutState = async (write) => {
        await wait(1);
        if (fails) throw new Error('The store fails.');
        const row = rows.get(write.caller);
        if (row && row.writeId !== write.basis) return row;
        rows.set(write.caller, write);
        return write;
      };
      const three = [shared(put), shared(put), shared(put)];
      const alone = accepted(await send(limiter, 'insured', 8 * limit, three));
      assert.ok(alone.length <= three.length * limit, `${alone.length} were accepted`);
      assert.ok(errors.length > 0);
      fails = false;
      assert.equal(accepted(await send(limiter, 'insured', 3 * limit, three)).length, 0);
      assert.equal(accepted(await send(limiter, 'another', 4 * limit, three)).length, limit);
    });
  }

  test('while the store says nothing, requests are counted by their own server, and do not wait for it', async () => {
    const [limiter] = limiters as [Limiter];
    const silent = shared(() => new Promise(() => {}));
    const taken = await Promise.all(Array.from({ length: 2 * limit }, () => silent.take(limiter, 'silent', now)));
    assert.equal(accepted(taken).length, limit);
  });

  test('states are deleted once no limiter needs them', async () => {
    const { db, kind } = database;
    if (kind === 'sqlite') return;
    const [limiter] = limiters as [Limiter];
    await nodes[0]?.take(limiter, 'old', now);
    now += 30_000;
    await nodes[0]?.take(limiter, 'young', now);
    await removeExpiredLimitStates(db, new Date(now + 31_000));
    const callers = await db.selectFrom('limit_state').select('caller').execute();
    assert.deepEqual(callers, [{ caller: 'young' }]);
  });
});
