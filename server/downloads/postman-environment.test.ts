import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { parse } from 'yaml';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { allSpecs } from '../testing/test-specs.ts';

describe('the downloadable Postman environments', () => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ env: { SPECS_PATH: allSpecs(), PUBLIC_URL: 'https://portal.example/' } });
  });
  after(() => portal.close());

  const download = (path: string) => portal.call(`GET /downloads/${path}`);
  test('an environment with the variables of the collection, whose key is a secret', async () => {
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
});
