import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { parse } from 'yaml';
import { loadApi } from '../openapi/load-api.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { allSpecs, writeSpec } from '../testing/test-specs.ts';
import type { PostmanCollection, PostmanItem } from './postman-types.ts';

describe('what can be taken along', () => {
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

  test('the document as its author wrote it, with this sandbox as its first server', async () => {
    const { status, headers, body } = await download('notas/openapi.yaml');
    assert.equal(status, 200);
    assert.equal(headers['content-type'], 'application/yaml; charset=UTF-8');
    assert.equal(headers['content-disposition'], 'attachment; filename="openapi.yaml"');
    const document = parse(body);
    assert.deepEqual(document.servers, [{ url: 'https://portal.example/sandbox/notas/v1', description: 'Sandbox' }]);
    assert.equal(document.openapi, '3.1.0');
    assert.equal(document.paths['/customers'].post.summary, 'Cadastrar um cliente');
    assert.match(body, /\n {2}\/customers:\n/, 'written as a person would, not minified');
  });

  test('no address of another portal, also in the examples that documents write', async () => {
    for (const file of ['openapi.yaml', 'openapi.en.yaml', 'postman_collection.json', 'postman_environment.json']) {
      const { body } = await download(`notas/${file}`);
      assert.doesNotMatch(typeof body === 'string' ? body : JSON.stringify(body), /localhost:3000/, file);
    }
  });

  test('servers of others stay, behind this one', async () => {
    const { servers, openapi } = parse((await download('biblioteca/openapi.yaml')).body);
    assert.deepEqual(
      servers.map(({ url }: { url: string }) => url),
      [
        'https://portal.example/sandbox/biblioteca',
        'https://api.portodasaguas.example/biblioteca/v2',
        'https://homologacao.portodasaguas.example/biblioteca/v2',
      ],
    );
    assert.equal(openapi, '3.0.3', 'the version that its author chose');
  });

  for (const file of ['openapi.yaml', 'openapi.en.yaml']) {
    test(`what is downloaded as ${file} is a document without faults`, async () => {
      const { body } = await download(`notas/${file}`);
      const api = await loadApi(writeSpec(body));
      assert.equal(api.operations.length, portal.context.apis.get('notas')?.operations.length);
    });
  }

  test('the English texts, where there are any', async () => {
    const { body } = await download('notas/openapi.en.yaml');
    const document = parse(body);
    assert.notEqual(document.paths['/customers'].post.summary, 'Cadastrar um cliente');
    assert.equal(document.servers[0].url, 'https://portal.example/sandbox/notas/v1');
    assert.equal((await download('biblioteca/openapi.en.yaml')).status, 404);
  });

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

  test('every variable that a request uses has a value before it, but for the key', async () => {
    for (const slug of ['notas', 'biblioteca', 'train-travel', 'platform']) {
      const collection = await collectionOf(slug);
      const values = new Map(collection.variable.map(({ key, value }) => [key, value]));
      assert.equal(values.get('apiKey'), '');
      assert.match(values.get('baseUrl') ?? '', /^https:\/\/portal\.example\/(sandbox|platform)\//);
      for (const { name: title, request, event } of requestsOf(collection.item)) {
        for (const [, name = ''] of JSON.stringify(request).matchAll(/\{\{(\w+)\}\}/g))
          assert.ok(values.get(name) || name === 'apiKey', `${slug} ${title} ${name}`);
        for (const [, name = ''] of JSON.stringify(event).matchAll(/collectionVariables\.set\('(\w+)'/g))
          values.set(name, 'kept');
      }
    }
  });

  test('what a document says not to run with the rest waits for a variable', async () => {
    const waiting = requestsOf((await collectionOf('platform')).item).filter(({ event }) =>
      event?.some(({ listen, script }) => listen === 'prerequest' && script.exec.join().includes("'manage_members'")),
    );
    assert.deepEqual(
      waiting.map(({ request }) => `${request?.method} ${request?.url.path.join('/').replace(/\{\{.*/, '…')}`).sort(),
      ['DELETE invitations/…', 'DELETE members/…', 'PATCH members/…', 'POST invitations'],
    );
  });

  test('the key goes where the document wants it', async () => {
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

  test('an environment with the same names, whose key is a secret', async () => {
    const { body } = await download('notas/postman_environment.json');
    assert.deepEqual(
      body.values.map(({ key, type }: { key: string; type: string }) => [key, type]),
      [
        ['baseUrl', 'default'],
        ['apiKey', 'secret'],
      ],
    );
  });

  test('one environment for each server that the document lists', async () => {
    const servers = {
      'homologacao-brasil': 'https://api-homologacao.recebiveis.example/br/v2',
      'producao-brasil': 'https://api.recebiveis.example/br/v2',
      'producao-mexico': 'https://api.recebiveis.example/mx/v2',
    };
    for (const [name, url] of Object.entries(servers)) {
      const { status, headers, body } = await download(`recebiveis/postman_environment.${name}.json`);
      assert.equal(status, 200, name);
      const file = `recebiveis.postman_environment.${name}.json`;
      assert.equal(headers['content-disposition'], `attachment; filename="${file}"`);
      assert.deepEqual(
        body.values.map(({ key, value }: { key: string; value: string }) => [key, value]),
        [
          ['baseUrl', url],
          ['apiKey', ''],
        ],
      );
    }
    const own = (await download('recebiveis/postman_environment.json')).body;
    assert.deepEqual(
      [own.name, own.values[0].value],
      ['Recebíveis · sandbox', 'https://portal.example/sandbox/recebiveis/v2'],
    );
    for (const path of [
      'recebiveis/postman_environment.producao-argentina.json',
      'notas/postman_environment.producao-brasil.json',
    ])
      assert.equal((await download(path)).status, 404, path);
    const { servers: listed } = parse((await download('recebiveis/openapi.yaml')).body);
    assert.deepEqual(
      listed.map((server: Record<string, string>) => [server['x-name'], server.url]),
      [['sandbox', 'https://portal.example/sandbox/recebiveis/v2'], ...Object.entries(servers)],
    );
  });

  test('and nothing else', async () => {
    for (const path of [
      'notas/secrets.yaml',
      'notas/__proto__',
      'notas/constructor',
      '__proto__/openapi.yaml',
      'constructor/openapi.yaml',
      'nowhere/openapi.yaml',
      'defeituosa/openapi.yaml',
      'notas/..%2Fseed.yaml',
      '%2e%2e/package.json',
    ]) {
      assert.equal((await download(path)).status, 404, path);
    }
    assert.equal((await portal.call('POST /downloads/notas/openapi.yaml')).status, 404);
  });

  test('what cannot be made is a failure that tells nothing of its insides', async () => {
    const broken = await startTestPortal();
    const api = broken.context.apis.get('notas');
    assert.ok(api);
    broken.context.apis.set('notas', { ...api, folder: '/no/such/folder' });
    const { status, body } = await broken.call('GET /downloads/notas/openapi.yaml');
    assert.equal(status, 500);
    assert.doesNotMatch(JSON.stringify(body), /no\/such\/folder|ENOENT/);
    await broken.close();
  });
});
