import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { callGestor, gestor, product } from '../../server/testing/gestor.ts';
import { describeOnDatabases } from '../../server/testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../server/testing/test-portal.ts';

describeOnDatabases('the conventions of Gestor (dialects.md 2)', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ open });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, body?: unknown) => callGestor(portal, key, request, body);

  test('authentication: 403 for a missing, malformed or refused key, in its own format', async () => {
    const changed = key.slice(0, -1) + (key.endsWith('0') ? '1' : '0');
    const refused: [headers: Record<string, string>, code: string][] = [
      [{}, 'missing_credentials'],
      [{ apiKey: 'abc' }, 'invalid_key'],
      [{ apiKey: changed }, 'invalid_key'],
      [{ apiKey: key.replace('sk_test_', 'sk_live_') }, 'live_key'],
      [{ authorization: `Bearer ${key}` }, 'missing_credentials'],
    ];
    for (const [headers, code] of refused) {
      const { status, body, headers: sent } = await portal.call(`GET ${gestor}/produtos`, { headers });
      assert.deepEqual([status, body.codigo, body.campos], [403, code, []], code);
      assert.equal(sent['www-authenticate'], undefined);
      assert.match(body.ajuda, new RegExp(`/guides/errors#${code}$`));
    }
    assert.equal((await portal.call(`GET ${gestor}/produtos`, { headers: { APIKEY: key } })).status, 200);
  });

  test("authentication: only an administrator's key is accepted", async () => {
    const verify = portal.context.verifyCredential;
    for (const role of ['developer', 'reader'] as const) {
      portal.context.verifyCredential = async (secret) => ({ ...(await verify(secret)), role });
      const refused = await call('GET /produtos');
      assert.deepEqual([refused.status, refused.body.codigo], [403, 'insufficient_role'], role);
      assert.equal(
        (await portal.call('GET /sandbox/notas/v1/company', { key })).status,
        200,
        'other APIs accept any role',
      );
    }
    portal.context.verifyCredential = verify;
    assert.equal((await call('GET /produtos')).status, 200);
  });

  test('POST and PUT need a JSON body declared as UTF-8; otherwise 415', async () => {
    const send = (method: string, type: string | undefined, body = JSON.stringify(product(1))) =>
      portal.call(`${method} ${gestor}/produtos${method === 'PUT' ? '/1' : ''}`, {
        key,
        body,
        headers: { 'content-type': type ?? '' },
      });
    for (const method of ['POST', 'PUT']) {
      for (const type of [
        undefined,
        'application/json',
        'application/json; charset=iso-8859-1',
        'application/json; charset=none-such',
        'text/plain; charset=utf-8',
        'application/x-www-form-urlencoded; charset=utf-8',
      ]) {
        const { status, body } = await send(method, type);
        assert.deepEqual([status, body.codigo], [415, 'unsupported_media_type'], `${method} ${type}`);
      }
      for (const type of [
        'application/json; charset=utf-8',
        'Application/JSON;charset="UTF-8"',
        'application/json; charset=UTF8',
      ])
        assert.equal((await send(method, type, '{')).status, 400, `${method} ${type}`);
    }
    const bare = await portal.call(`POST ${gestor}/produtos`, { key, headers: { 'content-type': 'application/json' } });
    assert.equal(bare.status, 415);
    const empty = { 'content-type': 'application/json; charset=utf-8' };
    assert.equal((await portal.call(`POST ${gestor}/produtos`, { key, headers: empty })).status, 400);
  });

  test('statuses: GET, PUT and DELETE answer 200, POST 201, and a removed record is 404', async () => {
    for (const [collection, body] of [
      ['clientes', { tipo_pessoa: 'fisica', nome: 'Lívia Monteiro Sales', cpf_cnpj: '258.369.147-37' }],
      ['produtos', product(2)],
      ['pedidos', { cliente_id: 1, data: '2026-11-20', itens: [{ produto_id: 1, quantidade: 2 }] }],
    ] as const) {
      const created = await call(`POST /${collection}`, body);
      assert.equal(created.status, 201, JSON.stringify(created.body));
      const item = `/${collection}/${created.body.id}`;
      assert.equal(created.headers.location, `${gestor}${item}`);
      const read = await call(`GET ${item}`);
      assert.deepEqual([read.status, read.body], [200, created.body]);
      // What was read can be sent back as it is.
      assert.equal((await call(`PUT ${item}`, read.body)).status, 200);
      const removed = await call(`DELETE ${item}`);
      assert.deepEqual([removed.status, removed.body.id], [200, created.body.id]);
      for (const gone of [call(`GET ${item}`), call(`PUT ${item}`, body), call(`DELETE ${item}`)]) {
        const { status, body } = await gone;
        assert.deepEqual([status, body.codigo], [404, 'not_found'], item);
      }
      const stranger = await portal.guest();
      assert.equal((await callGestor(portal, stranger, `GET /${collection}/${created.body.id}`)).status, 404);
      assert.equal((await call(`GET /${collection}/987654`)).status, 404);
      assert.equal((await call(`GET /${collection}/abc`)).status, 404);
    }
  });

  test('statuses: 400 for invalid or incomplete data, with one error per field', async () => {
    const { status, body } = await call('POST /produtos', { codigo: 'X', preco: -1, cor: 'azul' });
    assert.equal(status, 400);
    assert.deepEqual(body.campos.map(({ campo, codigo }: Record<string, string>) => [campo, codigo]).toSorted(), [
      ['cor', 'unknown_field'],
      ['nome', 'required'],
      ['preco', 'out_of_range'],
    ]);
    assert.equal(body.campos[0].mensagem.endsWith('.'), true);
    const refused: [request: string, body: unknown, code: string][] = [
      ['POST /produtos', '{"codigo":', 'invalid_json'],
      ['POST /produtos', { ...product(3), codigo: 'CAF-500' }, 'already_exists'],
      ['PUT /produtos/2', { ...product(3), codigo: 'CAF-500' }, 'already_exists'],
      ['PUT /produtos/2', { nome: 'Café' }, 'invalid_fields'],
      ['POST /clientes', { tipo_pessoa: 'fisica', nome: 'Ana Lima', cpf_cnpj: '11111111111' }, 'invalid_fields'],
    ];
    for (const [request, sent, code] of refused) {
      const answer = await call(request, sent);
      assert.deepEqual([answer.status, answer.body.codigo], [400, code], request);
    }
    for (const query of ['limite=0', 'limite=501', 'limite=muitos', 'limit=10', 'pagina=0', 'alterado_apos=ontem']) {
      const answer = await call(`GET /produtos?${query}`);
      assert.deepEqual([answer.status, answer.body.campos[0].campo], [400, query.split('=')[0]], query);
    }
  });

  test('errors are in English for callers who prefer it', async () => {
    const headers = { 'accept-language': 'en', 'content-type': 'application/json; charset=utf-8' };
    const { body } = await portal.call(`POST ${gestor}/produtos`, { key, headers, body: { codigo: 'A', preco: 1 } });
    assert.equal(body.campos[0].mensagem, '"nome" is required.');
  });

  test('pagination: 1,020 products at the default limit make 11 pages of 100', async () => {
    const owner = await portal.guest();
    const own = (request: string, body?: unknown) => callGestor(portal, owner, request, body);
    const seeds = Number((await own('GET /produtos')).headers['x-total-count']);
    for (let number = seeds; number < 1020; number++)
      assert.equal((await own('POST /produtos', product(number))).status, 201);
    const ids: number[] = [];
    for (let page = 1; page <= 11; page++) {
      const { status, headers, body } = await own(`GET /produtos${page === 1 ? '' : `?pagina=${page}`}`);
      assert.ok(status === 200 && Array.isArray(body));
      const names = ['x-limite', 'x-pagina', 'x-list-count', 'x-total-count', 'x-total-pages'];
      assert.deepEqual(
        names.map((name) => headers[name]),
        ['100', String(page), page < 11 ? '100' : '20', '1020', '11'],
      );
      ids.push(...body.map(({ id }: { id: number }) => id));
    }
    assert.equal(new Set(ids).size, 1020);
    const beyond = await own('GET /produtos?pagina=12');
    assert.deepEqual([beyond.status, beyond.body, beyond.headers['x-list-count']], [200, [], '0']);
    const small = await own('GET /produtos?limite=7&pagina=146');
    assert.deepEqual(
      [small.body.length, small.headers['x-limite'], small.headers['x-pagina'], small.headers['x-total-pages']],
      [5, '7', '146', '146'],
    );
  });
});
