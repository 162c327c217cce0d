import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { describeOnDatabases, type TestDatabase } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { temporaryFolder } from '../testing/test-specs.ts';

const customers = '/sandbox/notas/v1/customers';
const pepper = () => randomBytes(32).toString('base64');

describeOnDatabases('the peppers of a database', (open) => {
  let database: TestDatabase;
  const portals: TestPortal[] = [];
  before(async () => {
    database = await open();
  });
  after(async () => {
    for (const portal of portals) await portal.close();
    await database.close();
  });

  /** One more server on this database, with settings of its own. */
  async function start(env: Record<string, string>, on = database): Promise<TestPortal> {
    const beside = async () => {
      const db = await on.reopen();
      return { ...on, db, close: () => db.destroy() };
    };
    const portal = await startTestPortal({ open: beside, env });
    portals.push(portal);
    return portal;
  }

  const own = temporaryFolder();
  const file = join(own, 'key-peppers');

  test('are made where there is no key yet, and found again', async () => {
    const key = await (await start({ DATA_DIR: own })).guest();
    const again = await start({ DATA_DIR: own });
    assert.equal((await again.call(`GET ${customers}`, { key })).status, 200);
  });

  test('are not made anew where keys exist: a start in another folder is refused, and says what to do', async () => {
    const other = temporaryFolder();
    await assert.rejects(start({ DATA_DIR: other }), (error: Error) => {
      assert.match(error.message, /key-peppers/);
      assert.match(error.message, /KEY_PEPPERS/);
      assert.match(error.message, /KEY_PEPPERS="2:\$\(openssl rand -base64 32\)"/);
      return true;
    });
    assert.equal(existsSync(join(other, 'key-peppers')), false, 'and leaves no file behind');
  });

  test('are not made anew where keys were made before servers proved their pepper', async () => {
    const older = await open();
    const folder = temporaryFolder();
    const portal = await start({ DATA_DIR: folder }, older);
    await portal.guest();
    await older.db.deleteFrom('signing_key').execute();
    rmSync(join(folder, 'key-peppers'));
    await assert.rejects(start({ DATA_DIR: folder }, older), /key-peppers/);
    await older.close();
  });

  test('must be those of the stored keys, whichever way they come', async () => {
    await assert.rejects(start({ KEY_PEPPERS: `1:${pepper()}` }), /KEY_PEPPERS.* version 1 .*another/s);
    const strange = temporaryFolder();
    const elsewhere = await open();
    await start({ DATA_DIR: strange }, elsewhere);
    await assert.rejects(start({ DATA_DIR: strange }), /key-peppers.* version 1 .*another/s);
    await elsewhere.close();
  });

  test('must be the same on all servers, also the newest of several', async () => {
    const together = await open();
    const first = pepper();
    const second = pepper();
    await start({ KEY_PEPPERS: `1:${first}` }, together);
    await start({ KEY_PEPPERS: `1:${first},2:${second}` }, together);
    await start({ KEY_PEPPERS: `1:${first},2:${second}` }, together);
    await assert.rejects(start({ KEY_PEPPERS: `1:${first},2:${pepper()}` }, together), / version 2 .*another/s);
    await together.close();
  });

  test('of servers that first start at once are one, or one of them does not start', async () => {
    const fresh = await open();
    const both = await Promise.allSettled([1, 2].map(() => start({ DATA_DIR: temporaryFolder() }, fresh)));
    assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    await fresh.close();
  });

  test('of servers that first start at once in one folder are the same', async () => {
    const fresh = await open();
    const env = { DATA_DIR: temporaryFolder() };
    const [one, other] = await Promise.all([1, 2, 3, 4].map(() => start(env, fresh)));
    assert.ok(one && other);
    assert.equal((await other.call(`GET ${customers}`, { key: await one.guest() })).status, 200);
    await fresh.close();
  });

  test('are given up on purpose with a new version: then older keys are refused, and new ones work', async () => {
    const old = await (await start({ DATA_DIR: own })).guest();
    rmSync(file);
    const portal = await start({ DATA_DIR: own, KEY_PEPPERS: `2:${pepper()}` });
    assert.equal((await portal.call(`GET ${customers}`, { key: old })).status, 401);
    assert.equal((await portal.call(`GET ${customers}`, { key: await portal.guest() })).status, 200);
  });
});
