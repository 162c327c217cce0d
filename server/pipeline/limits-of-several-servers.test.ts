import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { InjectOptions } from 'fastify';
import { makeKey } from '../identity/key-format.ts';
import { describeOnDatabases, type TestDatabase } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { temporaryFolder } from '../testing/test-specs.ts';

describeOnDatabases('several servers on one PostgreSQL', (open) => {
  let database: TestDatabase;
  let portals: TestPortal[];
  const noon = Date.parse('2026-11-20T12:00:00Z');
  before(async () => {
    database = await open();
    portals = [];
    // A SQLite file has one server.
    for (let count = 0; count < (database.kind === 'postgres' ? 3 : 1); count++) {
      const db = count === 0 ? database.db : await database.reopen();
      portals.push(
        await startTestPortal({
          open: async () => ({ ...database, db, close: async () => {} }),
          now: () => new Date(noon),
          env: {
            KEY_PEPPERS: `1:${Buffer.alloc(32, 7).toString('base64')}`,
            DATA_DIR: temporaryFolder(),
            LIMITS: 'on',
            BAD_CREDENTIALS_PER_MINUTE: '5',
            GUESTS_PER_HOUR: '4',
            SIGN_INS_PER_HOUR: '6',
          },
        }),
      );
    }
  });
  after(async () => {
    for (const { app } of portals) await app.close();
    await database.close();
  });

  /** Sends the same request to random servers; returns how many had the status, which all must that no limit refused. */
  const accepted = async (count: number, status: number, request: InjectOptions) => {
    const answers = await Promise.all(
      Array.from({ length: count }, () =>
        (portals[Math.floor(Math.random() * portals.length)] as TestPortal).app.inject(request),
      ),
    );
    assert.deepEqual([...new Set(answers.map(({ statusCode }) => statusCode))].sort(), [status, 429].sort());
    return answers.filter(({ statusCode }) => statusCode === status).length;
  };
  const basic = (key: string) => ({ authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` });
  const workspace = '/platform/v1/workspace';

  test('count invalid credentials together', async () => {
    const headers = { authorization: `Bearer ${makeKey('test')}` };
    assert.equal(await accepted(20, 401, { url: workspace, headers, remoteAddress: '198.51.100.1' }), 5);
  });

  test('count guest workspaces together', async () => {
    const url = '/platform/v1/guest_workspaces';
    assert.equal(await accepted(20, 201, { method: 'POST', url, remoteAddress: '198.51.100.2' }), 4);
  });

  test('count sign-ins together', async () => {
    const payload = { email: 'ana@example.com', password: 'wrong password' };
    const headers = { origin: (portals[0] as TestPortal).context.config.publicUrl };
    const request = {
      method: 'POST' as const,
      url: '/account/sign-in',
      headers,
      payload,
      remoteAddress: '198.51.100.3',
    };
    assert.equal(await accepted(20, 401, request), 6);
  });

  test('count the requests of a key with a limit of its own together', async () => {
    const [portal] = portals as [TestPortal];
    const body = { name: 'slow', environment: 'test', scopes: ['notas:read'], requests_per_minute: 7 };
    const key = (await portal.call('POST /platform/v1/api_keys', { key: await portal.guest(), body })).body.secret;
    const headers = basic(key);
    assert.equal(await accepted(30, 200, { url: '/sandbox/notas/v1/customers', headers }), 7);
  });

  test('count the requests to an API together', async () => {
    const [portal] = portals as [TestPortal];
    const headers = basic(await portal.guest());
    const request = { url: '/sandbox/notas/v1/customers', headers };
    const alone = await portal.app.inject(request);
    const limit = Number(Object.entries(alone.headers).find(([name]) => /limit-limit$/i.test(name))?.[1]);
    assert.ok(limit > 1, JSON.stringify(alone.headers));
    assert.equal(await accepted(limit + 20, 200, request), limit - 1);
  });

  test('store no address, account or workspace in plain', async (t) => {
    if (database.kind === 'sqlite') return t.skip('a SQLite file has one server, which counts in memory');
    const rows = await database.db.selectFrom('limit_state').select('caller').execute();
    assert.ok(rows.length >= 4, `${rows.length} callers`);
    for (const { caller } of rows) assert.match(caller, /^[\w-]{43}$/);
  });
});
