import assert from 'node:assert/strict';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

/** A stranger's document, some of whose paths the portal has, too; its list tells of further pages. */
const shop = `openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: "https://{region}.shop.example/v1", variables: {region: {default: eu}}}, {url: "https://old.shop.example/api/v1/"}]
paths:
  /orders:
    get: {operationId: l, parameters: [{name: page, in: query, schema: {type: integer}}, {name: per_page, in: query, schema: {type: integer}}], responses: {"200": {description: x, content: {application/json: {schema: {type: object, properties: {orders: {type: array, items: {$ref: "#/components/schemas/O"}}, next: {type: string, format: uri}}}}}}}}
    post: {operationId: c, requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/O"}}}}, responses: {"201": {description: x, headers: {Location: {schema: {type: string}}}, content: {application/json: {schema: {$ref: "#/components/schemas/O"}}}}}}
  /orders/{id}:
    get: {operationId: r, parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {"200": {description: x, content: {application/json: {schema: {$ref: "#/components/schemas/O"}}}}}}
${['/readyz', '/account/session', '/oauth/token', '/sandbox/notas', '/platform/v1/workspace']
  .map((path, index) => `  ${path}:\n    get: {operationId: o${index}, responses: {"202": {description: x}}}`)
  .join('\n')}
components: {schemas: {O: {type: object, properties: {id: {type: string, readOnly: true}, name: {type: string}}}}}
`;

describe('an API at a host name of its own', () => {
  let portal: TestPortal;
  let key: string;

  before(async () => {
    const folder = writeSpecs({ shop: { 'openapi.yaml': shop }, lost: { 'openapi.yaml': '{}' } });
    portal = await startTestPortal({ env: { SPECS_PATH: `specs:${folder}` } });
    await portal.app.listen({ host: '127.0.0.1', port: 0 });
    key = await portal.guest();
  });
  after(() => portal.close());

  /** Sends a target as it is to the portal's socket, for a host. */
  async function send(line: string, host: string, body?: object) {
    const [method, path = ''] = line.split(' ', 2);
    const { port } = portal.app.server.address() as AddressInfo;
    const headers = { host, authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const sent = request({ host: '127.0.0.1', port, method, path, headers, agent: false });
    sent.end(body && JSON.stringify(body));
    const [response] = (await new Promise((done, fail) =>
      sent.once('response', (...all) => done(all)).once('error', fail),
    )) as [import('node:http').IncomingMessage];
    return { status: response.statusCode, headers: response.headers, body: await text(response) };
  }

  test('has the paths of its vendor: at the root, and below the path of each server', async () => {
    const made = await send('POST /v1/orders', 'shop.localhost:3000', { name: 'a' });
    assert.equal(made.status, 201, made.body);
    const { id } = JSON.parse(made.body);
    for (const path of ['/v1', '', '/api/v1'])
      assert.equal((await send(`GET ${path}/orders/${id}`, 'SHOP.localhost')).status, 200, path);
    assert.equal((await send(`GET /sandbox/shop/orders/${id}`, 'localhost:3000')).status, 200);
    assert.equal((await send(`GET /orders/${id}`, 'localhost:3000')).status, 404);
  });

  test('has them even where the portal has such a path, too', async () => {
    for (const path of ['/readyz', '/account/session', '/oauth/token', '/sandbox/notas', '/platform/v1/workspace'])
      assert.equal((await send(`GET ${path}`, 'shop.localhost:3000')).status, 202, path);
    assert.equal((await send('GET /guides/errors', 'shop.localhost:3000')).status, 404);
    const asked = await send('OPTIONS /v1/orders', 'shop.localhost:3000');
    assert.match(String(asked.headers.allow), /POST/);
  });

  test('is called at its host by what its answers link to, as the caller wrote it', async () => {
    for (const path of ['/v1', '', '/api/v1']) {
      const { headers } = await send(`POST ${path}/orders`, 'shop.localhost:3000', { name: 'b' });
      assert.match(String(headers.location), new RegExp(`^${path}/orders/\\w+`));
      const page = await send(`GET ${path}/orders?per_page=1`, 'shop.localhost:3000');
      assert.match(JSON.parse(page.body).next, new RegExp(`^http://shop\\.localhost:3000${path}/orders\\?`));
    }
    const there = await send('GET /sandbox/shop/orders?per_page=1', 'localhost:3000');
    assert.match(JSON.parse(there.body).next, /^http:\/\/localhost:3000\/sandbox\/shop\/orders\?/);
  });

  test('writes its links between records with that host, and with the portal for who comes by the portal', async () => {
    const linksAt = async (host: string, path: string) =>
      Object.values(JSON.parse((await send(`GET ${path}/sponsors`, host)).body)._embedded ?? {}).concat(
        JSON.parse((await send(`GET ${path}/sponsors`, host)).body),
      );
    for (const [host, path] of [
      ['recebiveis.localhost:3000', '/v2'],
      ['recebiveis.localhost:3000', '/br/v2'],
      ['localhost:3000', '/sandbox/recebiveis/v2'],
    ] as const) {
      const hrefs = [...JSON.stringify(await linksAt(host, path)).matchAll(/"href":"([^"]+)"/g)].map(
        ([, href]) => href,
      );
      assert.ok(hrefs.length > 0, host);
      for (const href of hrefs) assert.equal(href?.slice(0, `http://${host}${path}/`.length), `http://${host}${path}/`);
    }
  });

  test('takes no host but its own from a request', async () => {
    for (const host of [
      'evil.example',
      'shop.localhost.evil.example',
      'xshop.localhost',
      'platform.localhost',
      'nothing.localhost',
    ])
      for (const path of ['/v1/orders', '/orders']) assert.equal((await send(`GET ${path}`, host)).status, 404, host);
    const page = await send('GET /sandbox/shop/orders?per_page=1', 'evil.example');
    assert.match(JSON.parse(page.body).next, /^http:\/\/localhost:3000\/sandbox/);
    const moved = await send('GET /v1/orders?per_page=1', 'shop.localhost.:9999');
    assert.match(JSON.parse(moved.body).next, /^http:\/\/shop\.localhost:3000\/v1\/orders\?/);
  });

  test('is found by the host of the target before that of the header', async () => {
    const target = 'GET http://shop.localhost:3000/v1/orders?per_page=1';
    const page = await send(target, 'localhost:3000');
    assert.match(JSON.parse(page.body).next, /^http:\/\/shop\.localhost:3000\/v1\/orders\?/);
    assert.equal((await send('GET http://localhost:3000/v1/orders', 'shop.localhost:3000')).status, 404);
    assert.equal((await send('GET http://shop.localhost:3000/readyz', 'localhost')).status, 202);
  });

  test('says so where it is left out', async () => {
    const { status, body } = await send('GET /orders', 'lost.localhost:3000');
    assert.deepEqual([status, JSON.parse(body).code], [503, 'faulty_document']);
  });
});

describe('the names of the APIs', () => {
  const statusAt = async (env: Record<string, string>, host: string) => {
    const portal = await startTestPortal({ env });
    const { status } = await portal.call('GET /companies', { headers: { host } });
    await portal.close();
    return status;
  };
  const PUBLIC_URL = 'https://cais.example';

  test('are those of a setting, where the portal has another address than this machine', async () => {
    assert.equal(await statusAt({ PUBLIC_URL }, 'notas.cais.example'), 404);
    assert.equal(await statusAt({ PUBLIC_URL }, 'notas.localhost'), 404);
    assert.equal(await statusAt({ PUBLIC_URL, API_HOSTS: '*.cais.example' }, 'notas.cais.example'), 401);
    assert.equal(await statusAt({ PUBLIC_URL, API_HOSTS: 'API-*.dev.example' }, 'api-notas.dev.example'), 401);
    assert.equal(await statusAt({ API_HOSTS: 'off' }, 'notas.localhost'), 404);
  });

  test('never take that of the portal away', async () => {
    const env = { PUBLIC_URL: 'https://notas.cais.example', API_HOSTS: '*.cais.example' };
    assert.equal(await statusAt(env, 'notas.cais.example'), 404);
  });
});
