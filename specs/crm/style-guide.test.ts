import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ServedApi } from '../../server/plan/served-api.ts';
import { describeOnDatabases } from '../../server/testing/test-databases.ts';
import {
  type CallOptions,
  startTestPortal,
  type TestAnswer,
  type TestPortal,
} from '../../server/testing/test-portal.ts';

const statuses = ['200', '201', '204', '304', '400', '401', '403', '404', '405', '410', '415', '422', '429'];

describeOnDatabases('the style guide of CRM', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ open });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, body?: unknown, options: CallOptions = {}): Promise<TestAnswer> =>
    portal.call(`${request.split(' ')[0]} /sandbox/crm${request.split(' ')[1]}`, { key, body, ...options });
  const api = () => portal.context.apis.get('crm') as ServedApi;
  const person = (email: string) => ({ nome: 'Rafael Lobo', email, perfil: 'vendedor', telefone: '8132218849' });

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
    const { atualizado_em, ...kept } = changed.body;
    assert.deepEqual([changed.status, kept], [200, { ...withoutTime(made), perfil: 'gestor' }]);
    assert.ok(atualizado_em);

    for (const type of ['application/json', 'application/merge-patch+json']) {
      const headers = { 'content-type': type };
      assert.equal(
        (await call(`PATCH ${path}`, { telefone: '81999998888' }, { headers })).body.telefone,
        '81999998888',
      );
      const removed = await call(`PATCH ${path}`, { telefone: null }, { headers });
      assert.deepEqual([removed.status, 'telefone' in removed.body], [200, false], 'null removes what is optional');
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

  test('row "Statuses exactly": the document declares these and no others, and each can be met', async () => {
    const responses = api().operations.flatMap((operation) => Object.keys(operation.responses));
    assert.deepEqual(
      responses.filter((status) => !statuses.includes(status)),
      [],
    );
    const components = JSON.stringify(api().document.components?.responses);
    for (const [, status = ''] of components.matchAll(/"status":(\d+)/g)) assert.ok(statuses.includes(status), status);

    const etag = (await call('GET /v2/anexos/10')).headers.etag ?? '';
    const attempts: [string, TestAnswer][] = [
      ['200', await call('GET /v2/anexos/10')],
      ['201', await call('POST /v2/usuarios', person('bia@ventonorte.example'))],
      ['204', await call('DELETE /v2/anexos/9')],
      ['304', await call('GET /v2/anexos/10', undefined, { headers: { 'if-none-match': etag } })],
      ['400', await call('POST /v2/usuarios', '{"nome": "Ana",}')],
      ['400', await call('GET /v2/usuarios', undefined, { headers: { accept: 'text/html' } })],
      ['401', await call('GET /v2/usuarios', undefined, { key: 'none' })],
      ['403', await readOnly('POST /v2/usuarios', person('ze@ventonorte.example'))],
      ['404', await call('GET /v2/anexos/999')],
      ['404', await call('GET /v2/anexos/dez')],
      ['405', await call('PATCH /v2/anexos', {})],
      ['410', await call('GET /v1/contatos')],
      ['415', await call('POST /v2/usuarios', 'nome=Ana', { headers: { 'content-type': 'text/plain' } })],
      ['422', await call('POST /v2/usuarios', {})],
      ['422', await call('GET /v2/usuarios?nmae=Ana')],
      ['422', await call('GET /v2/usuarios?cursor=nenhum')],
      ['422', await call('PATCH /v2/anexos/10', { descricao: 'x' }, { headers: { 'if-match': '"velha"' } })],
      ['400', await call('POST /v2/usuarios', 'x'.repeat(2_000_000))],
    ];
    for (const [status, { status: answered, headers, body }] of attempts) {
      assert.equal(String(answered), status, JSON.stringify(body));
      assert.ok(headers['x-request-id']);
      if (answered < 400) continue;
      assert.match(
        headers['content-type'] ?? '',
        /^application\/problem\+json/,
        'row "Errors as RFC 9457 problem details"',
      );
      assert.deepEqual(
        ['type', 'title', 'status', 'detail', 'code', 'request_id'].filter((name) => !(name in body)),
        [],
      );
      assert.equal(body.status, answered);
    }
    const [, notAllowed] = attempts.find(([status]) => status === '405') ?? [];
    assert.equal(notAllowed?.headers.allow, 'GET, POST, HEAD, OPTIONS');
    const [, unknown] = attempts.find(([status]) => status === '401') ?? [];
    assert.match(unknown?.headers['www-authenticate'] ?? '', /^Bearer realm="CRM"/);
  });

  test('row "429": past the limit requests are refused, with the standard fields', async () => {
    const strict = await startTestPortal({ open, env: { LIMITS: 'on' }, now: () => new Date('2026-11-21T12:00:00Z') });
    try {
      const own = await strict.guest();
      const limits = api().profile.limits;
      assert.match(limits?.name.en ?? '', /300 requests in 60 s/);
      const first = await strict.call('GET /sandbox/crm/v2/usuarios/1', { key: own });
      assert.equal(first.headers['ratelimit-policy'], '"workspace";q=300;w=60');
      assert.match(first.headers.ratelimit ?? '', /^"workspace";r=299;t=\d+$/);
      // The limit is spent at one moment, without waiting for answers that are held back.
      const spent = await Promise.all(
        Array.from({ length: 310 }, () => strict.call('GET /sandbox/crm/v2/usuarios/1', { key: own })),
      );
      const refused = spent.filter(({ status }) => status === 429);
      assert.equal(refused.length, 11);
      assert.equal(refused[0]?.headers['retry-after'], '1');
      assert.equal(refused[0]?.body.code, 'too_many_requests');
    } finally {
      await strict.close();
    }
  });

  function withoutTime({ atualizado_em: _, ...record }: Record<string, unknown>): Record<string, unknown> {
    return JSON.parse(JSON.stringify(record));
  }

  /** The same request with a key that may only read. */
  async function readOnly(request: string, body: unknown): Promise<TestAnswer> {
    const own = await portal.guest();
    await portal.context.db
      .updateTable('api_key')
      .set({ scopes: 'crm:read' })
      .where('last_four', '=', own.slice(-4))
      .execute();
    return call(request, body, { key: own });
  }
});
