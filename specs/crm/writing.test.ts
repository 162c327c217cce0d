import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { callCrm, person } from '../../server/testing/crm.ts';
import { describeOnDatabases } from '../../server/testing/test-databases.ts';
import { type CallOptions, startTestPortal, type TestPortal } from '../../server/testing/test-portal.ts';

describeOnDatabases('the style guide of CRM: POST, PATCH and PUT', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ open });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, body?: unknown, options: CallOptions = {}) =>
    callCrm(portal, request, { key, body, ...options });

  test('row "POST that creates answers 201 with Location"', async () => {
    const created = await call('POST /v2/usuarios', person('rafael@ventonorte.example'));
    assert.deepEqual([created.status, created.body.ativo], [201, true], JSON.stringify(created.body));
    assert.equal(created.headers.location, `/sandbox/crm/v2/usuarios/${created.body.id}`);
    assert.deepEqual((await portal.call(`GET ${created.headers.location}`, { key })).body, created.body);
    const again = await call('POST /v2/usuarios', person('rafael@ventonorte.example'));
    assert.deepEqual([again.status, again.body.status, again.body.code], [422, 422, 'already_exists']);
  });

  test('row "PATCH changes only what is sent; PUT replaces"', async () => {
    const { body: made } = await call('POST /v2/usuarios', person('ana@ventonorte.example'));
    const path = `/v2/usuarios/${made.id}`;
    const changed = await call(`PATCH ${path}`, { perfil: 'gestor' });
    const { atualizado_em, ...unchanged } = changed.body;
    assert.deepEqual([changed.status, unchanged], [200, { ...withoutTime(made), perfil: 'gestor' }]);
    assert.ok(atualizado_em);

    for (const type of ['application/json', 'application/merge-patch+json']) {
      const headers = { 'content-type': type };
      assert.equal(
        (await call(`PATCH ${path}`, { telefone: '81999998888' }, { headers })).body.telefone,
        '81999998888',
      );
      const removed = await call(`PATCH ${path}`, { telefone: null }, { headers });
      assert.deepEqual([removed.status, 'telefone' in removed.body], [200, false], 'null removes an optional value');
      assert.equal('telefone' in (await call(`GET ${path}`)).body, false);
      const refused = await call(`PATCH ${path}`, { nome: null }, { headers });
      assert.deepEqual([refused.status, refused.body.errors[0].pointer], [422, '#/nome'], 'and nothing else');
    }
    const replaced = await call(`PUT ${path}`, {
      nome: 'Ana Lobo',
      email: 'ana@ventonorte.example',
      perfil: 'vendedor',
    });
    assert.deepEqual(withoutTime(replaced.body), {
      ...withoutTime({ ...made, telefone: undefined }),
      nome: 'Ana Lobo',
    });
    const half = await call(`PUT ${path}`, { nome: 'Ana' });
    assert.deepEqual(
      half.body.errors.map(({ pointer }: { pointer: string }) => pointer),
      ['#/email', '#/perfil'],
    );
    assert.deepEqual((await call(`GET ${path}`)).body, replaced.body, 'a refused change changes nothing');
  });

  function withoutTime({ atualizado_em: _, ...record }: Record<string, unknown>): Record<string, unknown> {
    return JSON.parse(JSON.stringify(record));
  }
});
