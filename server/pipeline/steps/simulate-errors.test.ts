import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { customer as ana, customers, notas } from '../../testing/notas.ts';
import { startTestPortal, type TestAnswer, type TestPortal } from '../../testing/test-portal.ts';

describe("Fault injection: in each API's own format", () => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal();
    key = await portal.guest();
  });
  after(() => portal.close());

  const get = (path: string, prefer: string, headers = {}) =>
    portal.call(`GET ${path}`, { key, headers: { prefer, ...headers } });

  const apis: [string, string, (answer: TestAnswer) => unknown, string][] = [
    ['Notas', customers, ({ body }) => body.errors[0].code, 'unavailable'],
    ['Gestor', '/sandbox/gestor/v1/produtos', ({ body }) => body.codigo, 'unavailable'],
    ['Recebíveis', '/sandbox/recebiveis/v2/sponsors', ({ body }) => body.type, 'Internal_Error'],
    ['CRM', '/sandbox/crm/v2/usuarios', ({ body }) => body.code, 'unavailable'],
    ['an API without a profile', '/sandbox/biblioteca/livros', ({ body }) => body.code, 'unavailable'],
  ];
  for (const [name, path, codeOf, code] of apis) {
    test(`injected 503, ${name}`, async () => {
      const answer = await get(path, 'code=503');
      assert.deepEqual([answer.status, codeOf(answer)], [503, code]);
      assert.equal(answer.headers['preference-applied'], 'code=503');
      assert.equal(answer.headers['retry-after'], '1');
      assert.match(answer.headers.vary ?? '', /Prefer/);
      assert.match(answer.headers['x-request-id'] ?? '', /^req_/);
    });
  }

  test("an injected 429 has the API's own headers, as at the end of its limit", async () => {
    const limited = await get(customers, 'code=429');
    assert.deepEqual([limited.status, limited.body.errors[0].code], [429, 'too_many_requests']);
    assert.deepEqual([limited.headers['rate-limit-limit'], limited.headers['rate-limit-remaining']], ['120', '0']);
    assert.ok(Number(limited.headers['retry-after']) > 0);
    const bucket = await get('/sandbox/gestor/v1/produtos', 'code=429');
    assert.equal(bucket.headers['x-rate-limit-retry-after-seconds'], bucket.headers['retry-after']);
    const quota = await get('/sandbox/crm/v2/usuarios', 'code=429');
    assert.match(quota.headers.ratelimit ?? '', /^"workspace";r=0;t=\d+$/);
    const real = await portal.call(`GET ${customers}`, { key });
    assert.equal(real.status, 200);
    assert.ok(Number(real.headers['rate-limit-remaining']) > 100, 'the limit itself is unchanged');
  });

  test('injected 401 and 404 have their required headers and fields', async () => {
    const unknown = await get(customers, 'code=401');
    assert.equal(unknown.status, 401);
    assert.match(unknown.headers['www-authenticate'] ?? '', /^Basic /);
    const missing = await get(`${customers}/cus_f5kznwj47tan9zt2`, 'code=404');
    assert.deepEqual([missing.status, missing.body.errors[0].code], [404, 'not_found']);
  });

  test("403 in Gestor and 400 in Recebíveis have these APIs' own meaning", async () => {
    assert.equal((await get('/sandbox/gestor/v1/produtos', 'code=403')).body.codigo, 'invalid_key');
    assert.equal((await get('/sandbox/recebiveis/v2/sponsors', 'code=400')).body.type, 'Validation_Error');
  });

  test('the language and the format are those that the caller prefers', async () => {
    const english = await get('/sandbox/crm/v2/usuarios', 'code=503', { 'accept-language': 'en' });
    assert.match(english.body.detail, /^"Prefer: code=503" requested this response, and nothing was done/);
    const xml = await get(customers, 'code=503', { accept: 'application/xml' });
    assert.match(xml.headers['content-type'] ?? '', /^application\/xml/);
    assert.match(xml.body, /<code>unavailable<\/code>/);
  });

  test('a status that the operation never returns is refused, with the possible ones', async () => {
    // The second declares no 400, and 422 in its place.
    for (const [path, refused] of [
      [customers, 400],
      ['/sandbox/biblioteca/livros', 422],
    ] as const) {
      const { status, headers, body } = await get(path, 'code=418', { 'accept-language': 'en' });
      assert.equal(status, refused, path);
      assert.match(JSON.stringify(body), /this operation can return 200, /, path);
      assert.equal(headers['preference-applied'], undefined);
    }
  });

  test("requesting the operation's usual status runs the operation", async () => {
    const { status, headers, body } = await get(customers, 'code=200');
    assert.deepEqual([status, headers['preference-applied'], body[0].id.slice(0, 4)], [200, 'code=200', 'cus_']);
    const made = await portal.call(`POST ${customers}`, { key, body: ana, headers: { prefer: 'code=201' } });
    assert.equal((await portal.call(`GET ${customers}/${made.body.id}`, { key })).status, 200);
  });

  test('a named example is returned as documented', async () => {
    const operation = [...(portal.context.apis.get('crm')?.operations ?? [])].find(
      ({ path, method }) => path === '/v2/usuarios' && method === 'post',
    );
    const content = operation?.responses['422']?.content?.['application/problem+json'];
    const [[name, example] = ['', {}]] = Object.entries(content?.examples ?? {});
    const answer = await portal.call('POST /sandbox/crm/v2/usuarios', {
      key,
      body: {},
      headers: { prefer: `code=422, example="${name}"` },
    });
    assert.equal(answer.status, 422);
    assert.deepEqual(answer.body, (example as { value: unknown }).value);
    const none = await get('/sandbox/crm/v2/usuarios', 'example=nenhum');
    assert.deepEqual([none.status, none.body.code], [400, 'invalid_preference']);
  });

  test('a missing key or an unknown operation is reported first', async () => {
    const { status } = await portal.call(`GET ${customers}`, { headers: { prefer: 'code=503' } });
    assert.equal(status, 401);
    assert.equal((await get(`${notas}/nowhere`, 'code=503')).status, 404);
  });

  test("the portal's own API has no fault injection", async () => {
    const { status, headers } = await get('/platform/v1/workspace', 'code=503, wait=30, drop=before');
    assert.deepEqual([status, headers['preference-applied']], [200, undefined]);
    assert.doesNotMatch(headers.vary ?? '', /Prefer/);
  });
});
