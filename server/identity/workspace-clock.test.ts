import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases, type TestDatabase } from '../testing/test-databases.ts';
import { issueKey, readKeyPrincipal } from './api-keys.ts';
import { openGuestWorkspace } from './guest-workspaces.ts';
import { parsePeppers } from './peppers.ts';
import { cachePrincipals } from './principal-cache.ts';
import { moveClock, setClockBack, workspaceNow } from './workspace-clock.ts';

const real = new Date('2026-11-20T12:00:00Z');
const hour = 60 * 60 * 1000;

describeOnDatabases('the clock, behind the principal cache', (open) => {
  const peppers = parsePeppers(`1:${Buffer.alloc(32, 7).toString('base64')}`);
  let database: TestDatabase;
  before(async () => {
    database = await open();
  });
  after(() => database.close());

  const ahead = (now: Date) => new Date(now.getTime() + hour);
  const newWorkspace = async () => {
    const { db } = database;
    const { workspace, api_key } = await openGuestWorkspace(db, peppers, { language: 'pt', now: real });
    const keys = cachePrincipals(
      (secret) => readKeyPrincipal(db, peppers, secret),
      () => real.getTime(),
    );
    return { id: workspace.id, secret: api_key.secret, keys };
  };

  test('evicting a workspace reloads all its keys, and no others', async () => {
    const [mine, theirs] = [await newWorkspace(), await newWorkspace()];
    const request = {
      workspaceId: mine.id,
      environment: 'test' as const,
      scopes: ['*:read'],
      now: real,
      expiresAt: null,
    };
    const { secret: second } = await issueKey(database.db, peppers, request);
    const offsets = async () =>
      Promise.all([mine.secret, second, theirs.secret].map(async (key) => (await mine.keys.verify(key)).clockOffset));
    assert.deepEqual(await offsets(), [0, 0, 0]);
    assert.equal(await moveClock(database.db, mine.id, real, ahead), hour);
    await moveClock(database.db, theirs.id, real, ahead);
    assert.deepEqual(await offsets(), [0, 0, 0], 'principals are cached for five seconds');
    mine.keys.forgetWorkspace(mine.id);
    assert.deepEqual(await offsets(), [hour, hour, 0]);
  });

  test('a read in progress during eviction is not cached', async () => {
    const { id, secret, keys } = await newWorkspace();
    const reading = keys.verify(secret);
    keys.forgetWorkspace(id);
    assert.equal((await reading).clockOffset, 0);
    await moveClock(database.db, id, real, ahead);
    assert.equal((await keys.verify(secret)).clockOffset, hour);
  });

  test('setting the clock back first catches up, at the time that it showed', async () => {
    const { id } = await newWorkspace();
    await moveClock(database.db, id, real, ahead);
    const times: string[] = [];
    await setClockBack(database.db, id, real, async (_transaction, now) => void times.push(now.toISOString()));
    await setClockBack(database.db, id, real, async (_transaction, now) => void times.push(now.toISOString()));
    assert.deepEqual(times, ['2026-11-20T13:00:00.000Z', '2026-11-20T12:00:00.000Z']);
  });

  test('the time in a workspace is real time plus its offset', () => {
    assert.equal(workspaceNow({ clockOffset: 0 }, real), real);
    assert.equal(workspaceNow({ clockOffset: hour }, real).toISOString(), '2026-11-20T13:00:00.000Z');
  });
});
