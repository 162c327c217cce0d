import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { parse } from 'yaml';
import { loadApi } from '../openapi/load-api.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { allSpecs, writeSpec } from '../testing/test-specs.ts';

describe('the downloadable documents', () => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ env: { SPECS_PATH: allSpecs(), PUBLIC_URL: 'https://portal.example/' } });
  });
  after(() => portal.close());

  const download = (path: string) => portal.call(`GET /downloads/${path}`);
  test('are the same each time, also for those who ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => download('notas/openapi.yaml')));
    for (const { status, body } of answers) assert.deepEqual([status, body], [200, answers[0]?.body]);
    const again = await Promise.all(Array.from({ length: 3 }, () => download('notas/no-such-file.yaml')));
    assert.deepEqual(
      again.map(({ status }) => status),
      [404, 404, 404],
    );
  });

  test('the document as its author wrote it, with this sandbox as its first server', async () => {
    const { status, headers, body } = await download('notas/openapi.yaml');
    assert.equal(status, 200);
    assert.equal(headers['content-type'], 'application/yaml; charset=UTF-8');
    assert.equal(headers['content-disposition'], 'attachment; filename="openapi.yaml"');
    const document = parse(body);
    assert.deepEqual(document.servers, [{ url: 'https://portal.example/sandbox/notas/v1', description: 'Sandbox' }]);
    assert.equal(document.openapi, '3.1.0');
    assert.equal(document.paths['/customers'].post.summary, 'Cadastrar um cliente');
    assert.match(body, /\n {2}\/customers:\n/, 'human-readable, not minified');
  });

  test("no address of another portal, not even in the document's examples", async () => {
    for (const file of ['openapi.yaml', 'openapi.en.yaml', 'postman_collection.json', 'postman_environment.json']) {
      const { body } = await download(`notas/${file}`);
      assert.doesNotMatch(typeof body === 'string' ? body : JSON.stringify(body), /localhost:3000/, file);
    }
  });

  test('other servers stay, after this one', async () => {
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

  for (const file of ['openapi.yaml', 'openapi.en.yaml', 'openapi.es.yaml']) {
    test(`the download ${file} is a document without faults`, async () => {
      const { body } = await download(`notas/${file}`);
      const api = await loadApi(writeSpec(body));
      assert.equal(api.operations.length, portal.context.apis.get('notas')?.operations.length);
    });
  }

  test('the texts of another language, where there are any', async () => {
    const spanish = parse((await download('notas/openapi.es.yaml')).body);
    assert.equal(spanish.paths['/customers'].post.summary, 'Crear un cliente');
    const { body } = await download('notas/openapi.en.yaml');
    const document = parse(body);
    assert.notEqual(document.paths['/customers'].post.summary, 'Cadastrar um cliente');
    assert.equal(document.servers[0].url, 'https://portal.example/sandbox/notas/v1');
    assert.equal((await download('biblioteca/openapi.en.yaml')).status, 404);
  });

  test('any other file is 404', async () => {
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

  test('a failed download discloses nothing internal', async () => {
    const broken = await startTestPortal();
    const api = broken.context.apis.get('notas');
    assert.ok(api);
    broken.context.apis.set('notas', { ...api, folder: '/no/such/folder' });
    const { status, body } = await broken.call('GET /downloads/notas/openapi.yaml');
    assert.equal(status, 503);
    assert.doesNotMatch(JSON.stringify(body), /no\/such\/folder|ENOENT/);
    await broken.close();
  });
});
