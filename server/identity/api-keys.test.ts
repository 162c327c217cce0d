import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { issueKey, type KeyRequest } from './api-keys.ts';
import { makeKey } from './key-format.ts';
import { parsePeppers } from './peppers.ts';

const customers = '/sandbox/notas/v1/customers';
const minute = 60_000;

describeOnDatabases('a key opens its workspace', (open) => {
  const first = randomBytes(32).toString('base64');
  let portal: TestPortal;
  let workspaceId: string;
  let clock = Date.parse('2026-11-20T12:00:00Z');
  const codeOf = async (key: string, request = `GET ${customers}`) => {
    const { status, body } = await portal.call(request, { key, ...(request.startsWith('POST') && { body: {} }) });
    return status === 200 ? 200 : `${status} ${body.errors[0].code}`;
  };
  const keyWith = async (request: Partial<KeyRequest>) => {
    const { db, peppers } = portal.context;
    const common = {
      workspaceId,
      environment: 'test' as const,
      scopes: ['*:read', '*:write'],
      now: new Date(clock),
      expiresAt: null,
    };
    return issueKey(db, peppers, { ...common, ...request });
  };

  before(async () => {
    portal = await startTestPortal({
      open,
      env: { KEY_PEPPERS: `1:${first}` },
      now: () => new Date(clock),
    });
    workspaceId = (await portal.call('POST /platform/v1/guest_workspaces')).body.workspace.id;
  });
  after(() => portal.close());

  test('the secret is in no table, only its digest and its last four characters', async () => {
    const { secret } = await keyWith({});
    const rows = await portal.context.db.selectFrom('api_key').selectAll().execute();
    assert.ok(rows.some(({ last_four }) => last_four === secret.slice(-4)));
    assert.ok(!JSON.stringify(rows).includes(secret.slice(8, -4)));
    assert.match(rows[0]?.digest ?? '', /^[A-Za-z0-9_-]{43}$/);
  });

  test('a mistyped key is distinguished from one that does not exist', async () => {
    const mistyped = makeKey('test').replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'));
    const answers = await Promise.all(
      [mistyped, makeKey('test')].map((key) => portal.call(`GET ${customers}`, { key })),
    );
    assert.deepEqual(
      answers.map(({ status, body }) => [status, body.errors[0].code]),
      [
        [401, 'invalid_key'],
        [401, 'invalid_key'],
      ],
    );
    assert.match(answers[0]?.body.errors[0].internalMessage, /64 characters/);
    assert.match(answers[1]?.body.errors[0].internalMessage, /does not exist, or was revoked/);
  });

  test('an expired key is refused from the moment it expires, even when it was just used', async () => {
    const { secret } = await keyWith({ expiresAt: new Date(clock + 1000) });
    assert.equal(await codeOf(secret), 200);
    clock += 999;
    assert.equal(await codeOf(secret), 200);
    clock += 1;
    assert.equal(await codeOf(secret), '401 expired_key');
  });

  test('a revoked key is refused within five seconds', async () => {
    const { id, secret } = await keyWith({});
    assert.equal(await codeOf(secret), 200);
    await portal.context.db
      .updateTable('api_key')
      .set({ revoked_at: new Date(clock).toISOString() })
      .where('id', '=', id)
      .execute();
    clock += 5000;
    assert.equal(await codeOf(secret), '401 invalid_key');
  });

  test('a live key is refused by a sandbox with a reason, well-formed or not', async () => {
    const { secret } = await keyWith({ environment: 'live' });
    assert.equal(await codeOf(secret), '401 live_key');
    assert.equal(await codeOf('sk_live_anything'), '401 live_key');
  });

  test('a key does what its scopes allow, on the APIs that they name', async () => {
    const { secret: reader } = await keyWith({ scopes: ['notas:read'] });
    assert.equal(await codeOf(reader), 200);
    assert.equal(await codeOf(reader, `POST ${customers}`), '403 insufficient_scope');
    const { status } = await portal.call('GET /sandbox/biblioteca/livros', {
      headers: { 'x-chave-biblioteca': reader },
    });
    assert.equal(status, 403);
    const { secret: writer } = await keyWith({ scopes: ['notas:write'] });
    assert.equal(await codeOf(writer), '403 insufficient_scope');
    assert.equal(await codeOf(writer, `POST ${customers}`), '422 required');
    const { secret: none } = await keyWith({ scopes: [] });
    assert.equal(await codeOf(none), '403 insufficient_scope');
  });

  test('keys of an older pepper work after a new one is added, and stop when it is removed', async () => {
    const second = randomBytes(32).toString('base64');
    const old = parsePeppers(`1:${first}`);
    const { secret: key } = await issueKey(portal.context.db, old, {
      workspaceId,
      environment: 'test',
      scopes: ['*:read'],
      now: new Date(clock),
      expiresAt: null,
    });
    const statusUnder = async (peppers: string) => {
      const other = await startTestPortal({
        open: async () => ({ ...(await sameDatabase()) }),
        env: { KEY_PEPPERS: peppers },
        now: () => new Date(clock),
      });
      const { status } = await other.call(`GET ${customers}`, { key });
      await other.app.close();
      return status;
    };
    assert.equal(await statusUnder(`1:${first}`), 200);
    assert.equal(await statusUnder(`1:${first},2:${second}`), 200);
    assert.equal(await statusUnder(`2:${second}`), 401);
  });

  async function sameDatabase() {
    const { db } = portal.context;
    return { kind: 'sqlite' as const, url: '', db, reopen: async () => db, close: async () => {} };
  }

  test('an expired guest workspace is removed with everything in it', async () => {
    const { db } = portal.context;
    const { removeExpiredWorkspaces } = await import('../records/remove-workspaces.ts');
    const guest = (await portal.call('POST /platform/v1/guest_workspaces')).body;
    const lives = Date.parse(guest.workspace.expires_at) - clock;
    assert.equal(lives, 24 * 60 * minute);
    await portal.call(`GET ${customers}`, { key: guest.api_key.secret });
    const rowsOf = async () => {
      const tables = ['api_key', 'record', 'unique_value', 'seeding'] as const;
      const counts = tables.map((table) =>
        db
          .selectFrom(table)
          .select(({ fn }) => fn.countAll().as('n'))
          .where('workspace_id', '=', guest.workspace.id)
          .executeTakeFirst(),
      );
      return (await Promise.all(counts)).map((row) => Number(row?.n));
    };
    assert.ok(
      (await rowsOf()).every((count) => count > 0),
      'the workspace has data to lose',
    );
    await removeExpiredWorkspaces(db, new Date(clock + lives - 1));
    assert.ok((await rowsOf()).every((count) => count > 0));
    assert.ok((await removeExpiredWorkspaces(db, new Date(clock + lives + 1))) >= 1);
    assert.deepEqual(await rowsOf(), [0, 0, 0, 0]);
  });
});
