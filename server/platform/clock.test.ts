import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { removeExpiredWorkspaces } from '../records/remove-workspaces.ts';
import { assertPlatformDeclares } from '../testing/assert-declared.ts';
import { describeOnDatabases, type TestDatabase } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { temporaryFolder } from '../testing/test-specs.ts';

const platform = '/platform/v1';
const customers = '/sandbox/notas/v1/customers';
const customer = {
  type: 'individual',
  name: 'Ana Lima',
  federal_tax_number: '52998224725',
  email: 'ana@correio.example',
};
const start = Date.parse('2026-11-20T12:00:00Z');
const day = 24 * 60 * 60;

describeOnDatabases('the clock of a workspace', (open) => {
  let database: TestDatabase;
  let portal: TestPortal;
  let key: string;
  let real = start;
  const peppers = `1:${Buffer.alloc(32, 7).toString('base64')}`;

  before(async () => {
    database = await open();
    portal = await startTestPortal({
      open: async () => database,
      now: () => new Date(real),
      env: { KEY_PEPPERS: peppers },
    });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, body?: unknown) => portal.call(request, { key, body });
  const move = (body: unknown) => call(`PATCH ${platform}/workspace/clock`, body);
  const iso = (seconds: number) => new Date(start + seconds * 1000).toISOString();
  const assertDeclared = (id: string, status: number, body: unknown) =>
    assertPlatformDeclares(portal, id, { status, body });

  test('shows real time at first, and belongs to the workspace of the key', async () => {
    const { status, body } = await call(`GET ${platform}/workspace`);
    assert.deepEqual(
      [status, body.kind, body.created_at, body.expires_at, body.now, body.ahead_seconds],
      [200, 'guest', iso(0), iso(day), iso(0), 0],
    );
    assertDeclared('getWorkspace', 200, body);
    const clock = await call(`GET ${platform}/workspace/clock`);
    assert.deepEqual(clock.body, { now: iso(0), ahead_seconds: 0 });
    assertDeclared('getWorkspaceClock', 200, clock.body);
  });

  test('is moved by seconds or to a time, and new records carry its time', async () => {
    assert.deepEqual((await move({ advance_seconds: 3600 })).body, { now: iso(3600), ahead_seconds: 3600 });
    const made = await call(`POST ${customers}`, customer);
    assert.deepEqual([made.body.created_at, made.body.updated_at], [iso(3600), iso(3600)]);
    const moved = await move({ now: iso(7200.5) });
    assert.deepEqual(moved.body, { now: iso(7200.5), ahead_seconds: 7200.5 });
    assertDeclared('moveWorkspaceClock', 200, moved.body);
    const changed = await call(`PATCH ${customers}/${made.body.id}`, { name: 'Ana' });
    assert.deepEqual([changed.body.created_at, changed.body.updated_at], [iso(3600), iso(7200.5)]);

    real += 1000;
    assert.equal((await call(`GET ${platform}/workspace`)).body.now, iso(7201.5), 'it advances as real time does');
    const zoned = await move({ now: '2026-11-20T12:00:05-03:00' });
    assert.equal(zoned.body.now, '2026-11-20T15:00:05.000Z');
  });

  test('two simultaneous moves both count', async () => {
    const before = (await call(`GET ${platform}/workspace/clock`)).body.ahead_seconds;
    const answers = await Promise.all(Array.from({ length: 5 }, () => move({ advance_seconds: 10 })));
    assert.deepEqual(
      answers.map(({ body }) => body.ahead_seconds - before).sort((a, b) => a - b),
      [10, 20, 30, 40, 50],
    );
  });

  test('moves only forward, a year at most at once, and errors name the wrong field', async () => {
    const now = (await call(`GET ${platform}/workspace`)).body.now;
    const far = new Date(Date.parse(now) + 366 * day * 1000).toISOString();
    const wrong: [unknown, string, string][] = [
      [{ now }, '#/now', 'out_of_range'],
      [{ now: iso(0) }, '#/now', 'out_of_range'],
      [{ now: far }, '#/now', 'out_of_range'],
      [{ now: 'tomorrow' }, '#/now', 'invalid_format'],
      [{ now: '2026-12-31T23:59:60Z' }, '#/now', 'invalid_format'],
      [{ advance_seconds: 0 }, '#/advance_seconds', 'out_of_range'],
      [{ advance_seconds: -5 }, '#/advance_seconds', 'out_of_range'],
      [{ advance_seconds: 365 * day + 1 }, '#/advance_seconds', 'out_of_range'],
      [{ advance_seconds: 1.5 }, '#/advance_seconds', 'invalid_type'],
      [{ advance_seconds: 5, now: far }, '#', 'invalid_length'],
      [{}, '#', 'invalid_length'],
      [{ back: 5 }, '#/back', 'unknown_field'],
    ];
    for (const [sent, pointer, code] of wrong) {
      const { status, body } = await move(sent);
      assert.deepEqual(
        [status, body.errors?.[0]?.pointer, body.errors?.[0]?.code],
        [422, pointer, code],
        JSON.stringify([sent, body]),
      );
      assertDeclared('moveWorkspaceClock', 422, body);
    }
    assert.equal((await call(`GET ${platform}/workspace`)).body.now, now, 'a refused request moves nothing');
  });

  test('is the same for every key of the workspace at once, and for no other workspace', async () => {
    const stranger = await portal.guest();
    await portal.call(`GET ${platform}/workspace`, { key: stranger });
    const before = (await portal.call(`GET ${platform}/workspace`, { key: stranger })).body.now;
    await move({ advance_seconds: day });
    assert.equal((await portal.call(`GET ${platform}/workspace`, { key: stranger })).body.now, before);
  });

  test('another process uses it within five seconds', async () => {
    const db = await database.reopen();
    const other = await startTestPortal({
      open: async () => ({ ...database, db, close: async () => {} }),
      now: () => new Date(real),
      env: { KEY_PEPPERS: peppers, DATA_DIR: temporaryFolder() },
    });
    const there = async () => (await other.call(`GET ${platform}/workspace/clock`, { key })).body.ahead_seconds;
    const before = await there();
    const { body } = await move({ advance_seconds: 60 });
    assert.equal(body.ahead_seconds, before + 60);
    real += 5000;
    assert.equal(await there(), before + 60);
    await other.app.close();
  });

  test('a request that reads the key while the clock moves caches no old time', async () => {
    for (let round = 0; round < 5; round++) {
      real += 5000;
      const readers = Array.from({ length: 4 }, () => call(`GET ${platform}/workspace/clock`));
      const [moved] = await Promise.all([move({ advance_seconds: 30 }), ...readers]);
      assert.equal((await call(`GET ${platform}/workspace/clock`)).body.ahead_seconds, moved.body.ahead_seconds);
    }
  });

  test('goes back to real time', async () => {
    const { status, body } = await call(`DELETE ${platform}/workspace/clock`);
    assert.deepEqual([status, body], [204, '']);
    assert.deepEqual((await call(`GET ${platform}/workspace/clock`)).body, {
      now: new Date(real).toISOString(),
      ahead_seconds: 0,
    });
    assert.equal((await call(`POST ${customers}`, customer)).body.created_at, new Date(real).toISOString());
  });

  test('keys and guest workspaces expire by real time, however far it is moved', async () => {
    const guest = await portal.guest();
    await portal.call(`PATCH ${platform}/workspace/clock`, { key: guest, body: { advance_seconds: 30 * day } });
    assert.equal((await portal.call(`GET ${customers}`, { key: guest })).status, 200);
    await removeExpiredWorkspaces(portal.context.db, new Date(real));
    assert.equal((await portal.call(`GET ${customers}`, { key: guest })).status, 200);
  });

  test('requires a Bearer key, and a scope to move it', async () => {
    for (const request of [
      'GET /workspace',
      'GET /workspace/clock',
      'PATCH /workspace/clock',
      'DELETE /workspace/clock',
      'POST /workspace/reset',
      'GET /events',
      'GET /events/evt_1',
    ]) {
      const { status, headers, body } = await portal.call(request.replace(' ', ` ${platform}`));
      assert.deepEqual([status, body.code], [401, 'missing_credentials'], request);
      assert.match(headers['www-authenticate'] ?? '', /^Bearer/);
    }
  });
});
