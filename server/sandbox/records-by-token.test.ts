import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const call = (sent: string, shown: string, example = '') =>
  `{post: {requestBody: {content: {application/json: {schema: {type: object, properties: {${sent}}}}}}, responses: {"200": {description: ok, content: {application/json: {${example}schema: {type: object, properties: {request_id: {type: string}, ${shown}}}}}}}}}`;
const token = 'access_token: {type: string}';
const item = 'item: {$ref: "#/components/schemas/Item"}';

/** An API whose items are named by a secret that is given for each, and whose links by the end of their path. */
const document = `openapi: 3.1.0
info: {title: Banks, version: "1"}
paths:
  /item/exchange: ${call('public_token: {type: string}', `${token}, item_id: {type: string}`, 'example: {access_token: access-sandbox-1f2e, item_id: a1}, ')}
  /item/get: ${call(token, item)}
  /item/remove: ${call(token, '')}
  /item/webhook/update: ${call(`${token}, webhook: {type: string}`, item)}
  /link/token/create: ${call('client_name: {type: string}', 'link_token: {type: string}')}
  /link/token/get: ${call('link_token: {type: string}', 'link_token: {type: string}, client_name: {type: string}')}
components:
  schemas:
    Item: {type: object, additionalProperties: false, required: [item_id], properties: {item_id: {type: string}, webhook: {type: string}}}
`;

describeOnDatabases('records that are named by a secret', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    const specs = writeSpecs({ banks: { 'openapi.yaml': document, 'seed.yaml': '' } });
    portal = await startTestPortal({ open, env: { SPECS_PATH: `specs:${specs}` } });
    key = await portal.guest();
  });
  after(() => portal.close());

  const post = (path: string, body: unknown) => portal.call(`POST /sandbox/banks${path}`, { key, body });

  test('are read, changed and removed by the token that was answered when they were made', async () => {
    const { access_token, item_id } = (await post('/item/exchange', { public_token: 'p1' })).body;
    const other = (await post('/item/exchange', { public_token: 'p2' })).body;
    assert.match(access_token, /^access-sandbox-./);
    assert.notEqual(other.access_token, access_token);
    assert.deepEqual((await post('/item/get', { access_token })).body.item, { item_id });
    const webhook = 'https://example.com/hook';
    assert.deepEqual((await post('/item/webhook/update', { access_token, webhook })).body.item, { item_id, webhook });
    assert.deepEqual((await post('/item/get', { access_token })).body.item, { item_id, webhook });
    assert.deepEqual((await post('/item/get', other)).body.item, { item_id: other.item_id });
    assert.equal((await post('/item/remove', { access_token })).status, 200);
    assert.equal((await post('/item/get', { access_token })).status, 404);
    assert.equal((await post('/item/get', { access_token: item_id })).status, 404);
    assert.equal((await post('/item/get', { access_token: other.item_id })).status, 404);
  });

  test('are named by the last words of a path, too', async () => {
    const { link_token } = (await post('/link/token/create', { client_name: 'Shop' })).body;
    assert.equal((await post('/link/token/get', { link_token })).body.client_name, 'Shop');
    assert.equal((await post('/link/token/get', { link_token: 'none' })).status, 404);
  });
});
