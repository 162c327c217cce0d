import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { allSpecs } from '../testing/test-specs.ts';
import type { PostmanCollection, PostmanItem } from './postman-types.ts';

describe('the downloadable Postman collections', () => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ env: { SPECS_PATH: allSpecs(), PUBLIC_URL: 'https://portal.example/' } });
  });
  after(() => portal.close());

  const download = (path: string) => portal.call(`GET /downloads/${path}`);
  const collectionOf = async (slug: string): Promise<PostmanCollection> =>
    (await download(`${slug}/postman_collection.json`)).body;
  const requestsOf = (items: PostmanItem[]): PostmanItem[] =>
    items.flatMap((item) => (item.item ? requestsOf(item.item) : [item]));
  const namesOf = (collection: PostmanCollection) =>
    requestsOf(collection.item).map(({ request }) => `${request?.method} ${request?.url.raw.split('?')[0]}`);

  test('a collection with every operation, in an order that works', async () => {
    for (const slug of ['notas', 'biblioteca', 'train-travel']) {
      const collection = await collectionOf(slug);
      const names = namesOf(collection);
      assert.equal(names.length, portal.context.apis.get(slug)?.operations.length, slug);
      assert.equal(collection.info.schema, 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json');
      for (const item of requestsOf(collection.item))
        assert.match(item.event?.[0]?.script.exec[0] ?? '', /pm\.test\('answers /, item.name);
    }
    const names = namesOf(await collectionOf('notas'));
    const before = (first: string, second: string) =>
      assert.ok(names.indexOf(first) >= 0 && names.indexOf(first) < names.indexOf(second), `${first} before ${second}`);
    const customer = '{{baseUrl}}/customers/{{customer_id}}';
    before('POST {{baseUrl}}/customers', `GET ${customer}`);
    before(`GET ${customer}`, `DELETE ${customer}`);
    before('POST {{baseUrl}}/companies', 'POST {{baseUrl}}/companies/{{company_id}}/serviceinvoices');
    before('POST {{baseUrl}}/companies/{{company_id}}/serviceinvoices', 'DELETE {{baseUrl}}/companies/{{company_id}}');
  });

  test('every variable of a request except the key is set before that request', async () => {
    for (const slug of ['notas', 'biblioteca', 'train-travel', 'platform']) {
      const collection = await collectionOf(slug);
      const values = new Map(collection.variable.map(({ key, value }) => [key, value]));
      assert.equal(values.get('apiKey'), '');
      assert.match(values.get('baseUrl') ?? '', /^https:\/\/portal\.example\/(sandbox|platform)\//);
      for (const { name: title, request, event } of requestsOf(collection.item)) {
        for (const [, name = ''] of JSON.stringify(request).matchAll(/\{\{(\w+)\}\}/g))
          assert.ok(values.get(name) || name === 'apiKey', `${slug} ${title} ${name}`);
        for (const [, name = ''] of JSON.stringify(event).matchAll(/collectionVariables\.set\('(\w+)'/g))
          values.set(name, 'stored');
      }
    }
  });

  test('an operation that the document excludes from collection runs waits for a variable', async () => {
    const waiting = requestsOf((await collectionOf('platform')).item).filter(({ event }) =>
      event?.some(({ listen, script }) => listen === 'prerequest' && script.exec.join().includes("'manage_members'")),
    );
    assert.deepEqual(
      waiting.map(({ request }) => `${request?.method} ${request?.url.path.join('/').replace(/\{\{.*/, '…')}`).sort(),
      ['DELETE invitations/…', 'DELETE members/…', 'PATCH members/…', 'POST invitations', 'POST invitations/…'],
    );
  });

  test('the key is sent where the document wants it', async () => {
    assert.deepEqual((await collectionOf('notas')).auth, {
      type: 'basic',
      basic: [
        { key: 'username', value: '{{apiKey}}', type: 'string' },
        { key: 'password', value: 'x', type: 'string' },
      ],
    });
    assert.match(
      JSON.stringify((await collectionOf('biblioteca')).auth),
      /apikey.*X-Chave-Biblioteca.*\{\{apiKey\}\}.*header/,
    );
    assert.equal((await collectionOf('train-travel')).auth?.type, 'bearer');
    const platform = await collectionOf('platform');
    assert.equal(platform.auth?.type, 'bearer');
    const guest = requestsOf(platform.item).find(({ request }) => request?.url.raw.endsWith('/guest_workspaces'));
    assert.equal(guest?.request?.auth?.type, 'noauth');
  });
});
