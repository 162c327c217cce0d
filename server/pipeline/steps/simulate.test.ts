import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request as sendRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import { startTestPortal, type TestAnswer, type TestPortal } from '../../testing/test-portal.ts';
import { writeSpecs } from '../../testing/test-specs.ts';

const notas = '/sandbox/notas/v1';
const customers = `${notas}/customers`;
const ana = { type: 'individual', name: 'Ana Lima', federal_tax_number: '52998224725', email: 'ana@correio.example' };

describeOnDatabases('Faults on purpose: nothing is done', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ open });
    key = await portal.guest();
  });
  after(() => portal.close());

  const events = async () => (await portal.call('GET /platform/v1/events?limit=100', { key })).body.data.length;
  const count = async () => (await portal.call(`GET ${customers}`, { key })).headers['x-total-count'];

  test('a simulated error creates nothing, emits nothing, and is not kept under the idempotency key', async () => {
    const before = [await count(), await events()];
    const headers = { 'idempotency-key': 'try-1' };
    const failed = await portal.call(`POST ${customers}`, {
      key,
      body: ana,
      headers: { ...headers, prefer: 'code=503' },
    });
    assert.deepEqual([failed.status, failed.body.errors[0].code], [503, 'unavailable']);
    assert.deepEqual([await count(), await events()], before);
    const again = await portal.call(`POST ${customers}`, { key, body: ana, headers });
    assert.deepEqual([again.status, again.headers['idempotent-replayed']], [201, undefined]);
    assert.equal(await count(), String(Number(before[0]) + 1));
  });

  test('a simulated error changes and removes nothing', async () => {
    const { body: made } = await portal.call(`POST ${customers}`, { key, body: ana });
    const path = `${customers}/${made.id}`;
    for (const [method, body] of [
      ['PATCH', { name: 'Outra' }],
      ['PUT', { ...ana, name: 'Outra' }],
      ['DELETE', undefined],
    ] as const) {
      const { status } = await portal.call(`${method} ${path}`, { key, body, headers: { prefer: 'code=500' } });
      assert.equal(status, 500);
    }
    assert.deepEqual((await portal.call(`GET ${path}`, { key })).body, made);
  });

  test('a wait alone lets the work be done, once', async () => {
    const before = Number(await count());
    const { status, headers } = await portal.call(`POST ${customers}`, {
      key,
      body: ana,
      headers: { prefer: 'wait=0' },
    });
    assert.deepEqual([status, headers['preference-applied']], [201, 'wait=0']);
    assert.equal(Number(await count()), before + 1);
  });
});

describe("Faults on purpose: in each API's own form", () => {
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
    test(`503 on purpose, ${name}`, async () => {
      const answer = await get(path, 'code=503');
      assert.deepEqual([answer.status, codeOf(answer)], [503, code]);
      assert.equal(answer.headers['preference-applied'], 'code=503');
      assert.equal(answer.headers['retry-after'], '1');
      assert.match(answer.headers.vary ?? '', /Prefer/);
      assert.match(answer.headers['x-request-id'] ?? '', /^req_/);
    });
  }

  test("429 on purpose has the API's own headers, as at the end of its limit", async () => {
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
    assert.ok(Number(real.headers['rate-limit-remaining']) > 100, 'the limit itself is as it was');
  });

  test('401 and 404 on purpose bring what belongs to them', async () => {
    const unknown = await get(customers, 'code=401');
    assert.equal(unknown.status, 401);
    assert.match(unknown.headers['www-authenticate'] ?? '', /^Basic /);
    const missing = await get(`${customers}/cus_f5kznwj47tan9zt2`, 'code=404');
    assert.deepEqual([missing.status, missing.body.errors[0].code], [404, 'not_found']);
  });

  test('403 in Gestor and 400 in Recebíveis are what these APIs mean by them', async () => {
    assert.equal((await get('/sandbox/gestor/v1/produtos', 'code=403')).body.codigo, 'invalid_key');
    assert.equal((await get('/sandbox/recebiveis/v2/sponsors', 'code=400')).body.type, 'Validation_Error');
  });

  test('the language and the format are those that the caller prefers', async () => {
    const english = await get('/sandbox/crm/v2/usuarios', 'code=503', { 'accept-language': 'en' });
    assert.match(english.body.detail, /^"Prefer: code=503" asked for this answer, and nothing was done/);
    const xml = await get(customers, 'code=503', { accept: 'application/xml' });
    assert.match(xml.headers['content-type'] ?? '', /^application\/xml/);
    assert.match(xml.body, /<code>unavailable<\/code>/);
  });

  test('a status that the operation never answers is refused, with those that it can', async () => {
    // The second declares no 400, and 422 in its place.
    for (const [path, refused] of [
      [customers, 400],
      ['/sandbox/biblioteca/livros', 422],
    ] as const) {
      const { status, headers, body } = await get(path, 'code=418', { 'accept-language': 'en' });
      assert.equal(status, refused, path);
      assert.match(JSON.stringify(body), /this operation can answer 200, /, path);
      assert.equal(headers['preference-applied'], undefined);
    }
  });

  test('the status that the operation answers anyhow has it do its work', async () => {
    const { status, headers, body } = await get(customers, 'code=200');
    assert.deepEqual([status, headers['preference-applied'], body[0].id.slice(0, 4)], [200, 'code=200', 'cus_']);
    const made = await portal.call(`POST ${customers}`, { key, body: ana, headers: { prefer: 'code=201' } });
    assert.equal((await portal.call(`GET ${customers}/${made.body.id}`, { key })).status, 200);
  });

  test('a named example is answered as the document has it', async () => {
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

  test('who has no key, or asks for no operation, is told that first', async () => {
    const { status } = await portal.call(`GET ${customers}`, { headers: { prefer: 'code=503' } });
    assert.equal(status, 401);
    assert.equal((await get(`${notas}/nowhere`, 'code=503')).status, 404);
  });

  test("the portal's own API simulates nothing", async () => {
    const { status, headers } = await get('/platform/v1/workspace', 'code=503, wait=30, drop=before');
    assert.deepEqual([status, headers['preference-applied']], [200, undefined]);
    assert.doesNotMatch(headers.vary ?? '', /Prefer/);
  });
});

const document = `openapi: 3.1.0
info: {title: Agenda, version: "1"}
paths:
  /visits:
    get:
      responses:
        "200": {description: ok, content: {application/json: {schema: {type: array, items: {type: object, properties: {id: {type: string}}}}}}}
        "202": {description: later, content: {application/json: {example: {ready: false}}}}
        "304": {description: unchanged}
        "405": {description: no}
        "418": {description: a teapot, content: {application/json: {schema: {type: object, properties: {code: {type: string}, message: {type: string}}, required: [code, message]}}}}
    post:
      responses:
        "201": {description: made, content: {application/json: {schema: {type: object, properties: {id: {type: string}}}}}}
        4XX: {description: refused}
`;

describe('Faults on purpose: whatever a document declares', () => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    const silent = { 'openapi.yaml': document, 'sandbox.ts': 'export const profile = { simulation: false };' };
    const root = writeSpecs({ agenda: { 'openapi.yaml': document }, silent });
    portal = await startTestPortal({ env: { SPECS_PATH: `specs:${root}` } });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, prefer: string) => portal.call(request, { key, headers: { prefer } });

  test('a declared success is its example, and nothing is done', async () => {
    const later = await call('GET /sandbox/agenda/visits', 'code=202');
    assert.deepEqual([later.status, later.body, later.headers['cache-control']], [202, { ready: false }, 'no-store']);
    const unchanged = await call('GET /sandbox/agenda/visits', 'code=304');
    assert.deepEqual([unchanged.status, unchanged.body], [304, '']);
  });

  test('a declared error that nothing here is refused with has the schema of that error', async () => {
    const { status, body } = await call('GET /sandbox/agenda/visits', 'code=418');
    assert.deepEqual([status, body.code], [418, 'simulated_error']);
  });

  test('405 says what is allowed', async () => {
    const { status, headers } = await call('GET /sandbox/agenda/visits', 'code=405');
    assert.deepEqual([status, headers.allow], [405, 'GET, POST, HEAD, OPTIONS']);
  });

  test('a range of statuses declares each of them', async () => {
    assert.equal((await call('POST /sandbox/agenda/visits', 'code=409')).status, 409);
    assert.equal((await call('POST /sandbox/agenda/visits', 'code=204')).status, 400);
  });

  test('a profile may keep the header out of it', async () => {
    const { status, headers } = await call('GET /sandbox/silent/visits', 'code=503');
    assert.deepEqual([status, headers['preference-applied']], [200, undefined]);
  });
});

describe('Faults on purpose: connections', () => {
  let portal: TestPortal;
  let key: string;
  let port: number;
  before(async () => {
    portal = await startTestPortal();
    await portal.app.listen({ port: 0, host: '127.0.0.1' });
    port = (portal.app.server.address() as AddressInfo).port;
    key = await portal.guest();
  });
  after(() => portal.close());

  const post = (prefer: string, name: string) => {
    const headers = { authorization: `Basic ${btoa(`${key}:x`)}`, 'content-type': 'application/json', prefer };
    const request = sendRequest({ host: '127.0.0.1', port, path: customers, method: 'POST', headers, agent: false });
    request.end(JSON.stringify({ ...ana, name }));
    return request;
  };
  const found = async (name: string) =>
    (await portal.call(`GET ${customers}?name=${encodeURIComponent(name)}`, { key })).body.length;

  for (const [moment, records] of [
    ['before', 0],
    ['after', 1],
  ] as const) {
    test(`a connection that breaks ${moment} the work leaves ${records} records, and the server answers on`, async () => {
      const request = post(`drop=${moment}`, `Quebra ${moment}`);
      const [error] = await Promise.race([
        once(request, 'error'),
        once(request, 'response').then(() => [undefined]),
      ]).catch((reason) => [reason]);
      assert.equal((error as NodeJS.ErrnoException | undefined)?.code, 'ECONNRESET');
      assert.equal(await found(`Quebra ${moment}`), records);
    });
  }

  test('an answer that is held back is no reason to wait with the end of the server', async () => {
    const other = await startTestPortal();
    await other.app.listen({ port: 0, host: '127.0.0.1' });
    const { port: otherPort } = other.app.server.address() as AddressInfo;
    const headers = { authorization: `Basic ${btoa(`${await other.guest()}:x`)}`, prefer: 'wait=30' };
    const answered = fetch(`http://127.0.0.1:${otherPort}${customers}`, { headers }).then(({ status }) => status);
    while (other.app.server.listening && (await connections(other)) === 0) await new Promise(setImmediate);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await other.close();
    assert.equal(await answered, 200);
  });

  const connections = ({ app }: TestPortal) =>
    new Promise<number>((resolve, reject) =>
      app.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
    );

  test('an answer that was held back comes whole', async () => {
    const request = post('wait=1', 'Devagar');
    const [response] = await once(request, 'response');
    response.resume();
    assert.deepEqual([response.statusCode, response.headers['preference-applied']], [201, 'wait=1']);
  });
});
