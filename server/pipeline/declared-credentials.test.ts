import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const items = `
  /items:
    get:
      responses: { '200': { description: Items, content: { application/json: { schema: { type: array, items: { type: object } } } } } }`;

function documentOf(security: string, paths = items): string {
  return `openapi: 3.1.0\ninfo: { title: Served, version: '1' }\n${security}\npaths:${paths}\n`;
}

const schemes = {
  basic: 'basic: { type: http, scheme: basic }',
  authorization: 'key: { type: apiKey, in: header, name: Authorization }',
  several: 'id: { type: apiKey, in: header, name: X-Client-Id }, secret: { type: apiKey, in: header, name: X-Secret }',
  bearer: 'token: { type: http, scheme: bearer }',
  own: 'own: { type: http, scheme: Bot }',
};

const specs = Object.fromEntries(
  Object.entries(schemes).map(([slug, scheme]) => {
    const names = [...scheme.matchAll(/(\w+): \{/g)].map(([, name]) => `${name}: []`).join(', ');
    const text = documentOf(`components: { securitySchemes: { ${scheme} } }\nsecurity: [{ ${names} }]`);
    return [slug, { 'openapi.yaml': text }];
  }),
);

const named = items.replace(
  'get:',
  `get:
      parameters:
        - { name: X-Server-Token, in: header, required: true, schema: { type: string } }
        - { name: X-Page-Token, in: header, schema: { type: string } }
        - { name: api_key, in: query, schema: { type: string } }`,
);

describe('credentials as documents declare them', () => {
  let portal: TestPortal;
  let key: string;

  before(async () => {
    const all = {
      ...specs,
      none: { 'openapi.yaml': documentOf('') },
      named: { 'openapi.yaml': documentOf('', named) },
    };
    portal = await startTestPortal({ env: { SPECS_PATH: `specs:${writeSpecs(all)}` } });
    key = await portal.guest();
  });
  after(() => portal.close());

  const statusOf = async (slug: string, headers: Record<string, string>, query = '') =>
    (await portal.call(`GET /sandbox/${slug}/items${query}`, { headers })).status;
  const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });

  test('the key is the user or the password of HTTP Basic', async () => {
    for (const text of [key, `${key}:`, `${key}:x`, `AC0123:${key}`, `:${key}`])
      assert.equal(await statusOf('basic', basic(text)), 200, text);
    for (const text of ['AC0123:secret', 'AC0123', ':']) assert.equal(await statusOf('basic', basic(text)), 401, text);
  });

  test('any word may stand before the key in Authorization, where it is declared as an API key or not at all', async () => {
    for (const slug of ['authorization', 'none'])
      for (const value of ['Bearer KEY', 'Token KEY', 'token KEY', 'Bot KEY', 'KEY', 'Token token=KEY', 'X key="KEY"'])
        assert.equal(await statusOf(slug, { authorization: value.replace('KEY', key) }), 200, `${slug}: ${value}`);
    assert.equal(await statusOf('none', basic(`user:${key}`)), 200);
  });

  test('only the word that is declared stands before the key of an HTTP scheme', async () => {
    assert.equal(await statusOf('own', { authorization: `Bot ${key}` }), 200);
    assert.equal(await statusOf('own', { authorization: `Bearer ${key}` }), 200);
    assert.equal(await statusOf('own', { authorization: `Token ${key}` }), 401);
    assert.equal(await statusOf('bearer', { authorization: `Token ${key}` }), 401);
  });

  test('of several keys at once, one is that of the sandbox', async () => {
    assert.equal(await statusOf('several', { 'x-client-id': 'shop', 'x-secret': key }), 200);
    assert.equal(await statusOf('several', { 'x-client-id': key, 'x-secret': 'anything' }), 200);
    assert.equal(await statusOf('several', { 'x-client-id': 'shop', 'x-secret': 'anything' }), 401);
  });

  test('a parameter that is named like a key is one, where no scheme is declared', async () => {
    assert.equal(await statusOf('named', { 'x-server-token': key }), 200);
    assert.equal(await statusOf('named', { 'x-server-token': 'other' }), 401);
    assert.equal(await statusOf('named', { 'x-page-token': key, 'x-server-token': 'other' }), 401);
    assert.equal(await statusOf('named', { 'x-server-token': 'other' }, `?api_key=${key}`), 200);
    assert.equal((await portal.call('GET /sandbox/named/others', { headers: { 'x-server-token': key } })).status, 404);
    const missing = await portal.call('GET /sandbox/named/items');
    assert.match(JSON.stringify(missing.body), /X-Server-Token/);
  });
});
