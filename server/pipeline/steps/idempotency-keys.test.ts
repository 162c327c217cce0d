import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { exampleOfParameter, exampleRequest } from '../../openapi/examples.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import { idempotentCalls, isReplayed } from '../../testing/idempotent-calls.ts';
import { customer as ana, customers, notas } from '../../testing/notas.ts';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';
import { removeExpiredKeys } from '../idempotency-store.ts';

describeOnDatabases('Notas, idempotency: the scope and lifetime of keys', (open) => {
  let portal: TestPortal;
  let key: string;
  let now = Date.parse('2026-11-20T12:00:00Z');

  before(async () => {
    portal = await startTestPortal({ open, now: () => new Date(now) });
    key = await portal.guest();
  });
  after(() => portal.close());

  const { post, operationOf } = idempotentCalls(() => ({ portal, key }));

  test('a key is scoped to one workspace and one operation', async () => {
    await post('mine');
    const theirs = await post('mine', { ...ana, name: 'Somebody Else' }, customers, await portal.guest());
    assert.deepEqual([theirs.status, isReplayed(theirs)], [201, false]);
    const company = exampleRequest(portal.context.apis.get('notas') as ServedApi, operationOf('createCompany')).body
      ?.value;
    const elsewhere = await post('mine', company, `${notas}/companies`);
    assert.deepEqual([elsewhere.status, isReplayed(elsewhere)], [201, false]);
  });

  test('every POST accepts a key', async () => {
    const api = portal.context.apis.get('notas') as ServedApi;
    const fresh = await portal.guest();
    const posts = api.operations.filter(({ method }) => method === 'post');
    assert.ok(posts.length >= 3);
    for (const operation of posts) {
      const path = operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
        const parameter = operation.parameters.find((candidate) => candidate.in === 'path' && candidate.name === name);
        return String(parameter && exampleOfParameter(api.document, parameter));
      });
      const body = exampleRequest(api, operation).body?.value;
      const [first, second] = [
        await post('all', body, `${notas}${path}`, fresh),
        await post('all', body, `${notas}${path}`, fresh),
      ];
      assert.ok(first.status < 300, `${operation.id}: ${JSON.stringify(first.body)}`);
      assert.deepEqual(
        [second.status, isReplayed(second), second.body],
        [first.status, true, first.body],
        operation.id,
      );
    }
  });

  test('a key on another method, or on an API without idempotency, is ignored', async () => {
    const headers = { 'idempotency-key': '' };
    assert.equal((await portal.call(`GET ${customers}`, { key, headers })).status, 200);
    assert.equal((await portal.call(`PUT ${customers}/cus_f5kznwj47tan9zt2`, { key, body: ana, headers })).status, 200);
    const reader = { nome: 'Íris', email: 'iris@correio.example', senha: 'marinheira' };
    const [first, second] = [
      await post('x', reader, '/sandbox/biblioteca/leitores'),
      await post('x', reader, '/sandbox/biblioteca/leitores'),
    ];
    assert.deepEqual([first.status, second.status], [201, 201]);
    assert.notEqual(first.body.matricula, second.body.matricula);
  });

  test('a key is stored for 24 hours, then removed', async () => {
    const lasting = await portal.guest();
    await portal.context.db.updateTable('api_key').set({ expires_at: null }).execute();
    await portal.context.db.updateTable('workspace').set({ expires_at: null }).execute();
    const first = await post('daily', ana, customers, lasting);
    now += 24 * 60 * 60 * 1000 - 1;
    assert.ok(isReplayed(await post('daily', ana, customers, lasting)));
    now += 1;
    const next = await post('daily', ana, customers, lasting);
    assert.deepEqual([next.status, isReplayed(next)], [201, false]);
    assert.notEqual(next.body.id, first.body.id);

    const rows = async () => (await portal.context.db.selectFrom('idempotency_key').select('key').execute()).length;
    assert.ok((await rows()) > 1);
    now += 1;
    assert.ok((await removeExpiredKeys(portal.context.db, new Date(now))) > 0);
    assert.equal(await rows(), 1, 'only the one that was sent again is left');
  });
});
