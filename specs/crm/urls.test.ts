import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { callCrm, crmOf } from '../../server/testing/crm.ts';
import { describeOnDatabases } from '../../server/testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../server/testing/test-portal.ts';

describeOnDatabases('the style guide of CRM: resources and their names', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ open });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, body?: unknown) => callCrm(portal, request, { key, body });
  const api = () => crmOf(portal);

  test('row "Resources": usuarios, oportunidades, anexos and sessoes_usuario, in both versions, with integer ids', async () => {
    for (const version of ['v1', 'v2']) {
      for (const name of ['usuarios', 'oportunidades', 'anexos', 'sessoes_usuario']) {
        const list = await call(`GET /${version}/${name}`);
        assert.equal(list.status, 200, JSON.stringify(list.body));
        assert.ok(list.body.dados.length > 0, name);
        for (const { id } of list.body.dados) {
          assert.ok(Number.isInteger(id));
          assert.equal((await call(`GET /${version}/${name}/${id}`)).body.id, id);
        }
      }
    }
    const session = await call('POST /v2/sessoes_usuario', { usuario_id: 2, dispositivo: 'Chrome no Windows' });
    assert.deepEqual([session.status, session.body.id, 'endereco_ip' in session.body], [201, 4, false]);
    assert.equal((await call('DELETE /v2/sessoes_usuario/4')).status, 204);
    assert.equal((await call('GET /v1/sessoes_usuario/4')).status, 404);
    assert.deepEqual(
      (await call('POST /v2/sessoes_usuario', { usuario_id: 99, dispositivo: 'X' })).body.errors.map(
        ({ pointer }: { pointer: string }) => pointer,
      ),
      ['#/usuario_id'],
    );
  });

  test('row "snake_case, plural collections, no verbs": in every path, parameter and property', () => {
    const snake = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;
    for (const { path, parameters } of api().operations) {
      const [version, ...segments] = path.split('/').slice(1);
      assert.match(version ?? '', /^v[12]$/);
      for (const segment of segments) assert.match(segment.replace(/^\{(.*)\}$/, '$1'), snake, path);
      assert.match(segments[0] ?? '', /s(_|$)/, path);
      for (const { name, in: place } of parameters) if (place !== 'header') assert.match(name, snake, path);
    }
    for (const [name, schema] of Object.entries(api().document.components?.schemas ?? {}))
      for (const property of Object.keys(schema.properties ?? {})) assert.match(property, snake, name);
    const verbs = api().operations.filter(({ path }) => /[aei]r$/.test(path));
    assert.deepEqual(
      verbs.map(({ method, path }) => `${method} ${path}`),
      ['post /v2/emails/enviar', 'post /v1/emails/enviar'],
    );
  });

  test('row "no URL that points at a single property": /v2/anexos/10/descricao does not exist', async () => {
    assert.equal((await call('GET /v2/anexos/10')).body.descricao, 'Proposta com três modelos');
    for (const version of ['v1', 'v2']) {
      for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
        const { status, body } = await call(`${method} /${version}/anexos/10/descricao`);
        assert.deepEqual([status, body.code], [404, 'no_such_path']);
      }
    }
  });
});
