import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { serveApis } from '../../create-context.ts';
import { startTestPortal } from '../../testing/test-portal.ts';
import { temporaryFolder, writeSpec, writeSpecs } from '../../testing/test-specs.ts';
import { withApis } from '../../testing/with-apis.ts';
import { loadApi } from '../load-api.ts';

const ok = { responses: { 200: { description: 'ok' } } };
const odd = { ...ok, security: 'no' };
const responses = '#/components/responses';

const referring = (name: string) => ({ responses: { 200: { $ref: `${responses}/${name}` } } });

/** A document with as many operations or schemas as are wanted, one a line. */
function documentOf(operations: object[], components: object = {}): string {
  const paths = Object.fromEntries(operations.map((operation, at) => [`/p${at}`, { get: operation }]));
  return JSON.stringify({ openapi: '3.1.0', info: { title: 'Agenda', version: '1' }, paths, components }, null, 1);
}

const times = <Item>(count: number, make: (at: number) => Item) => Array.from({ length: count }, (_, at) => make(at));

describe('a document with thousands of faults', () => {
  test('is served without what has them, each told at its line', async () => {
    const api = await loadApi(writeSpec(documentOf([ok, ...times(3000, (at) => (at % 2 ? odd : referring('Lost')))])));
    assert.equal(api.operations.length, 1501);
    assert.equal(api.faults.length, 3000);
    assert.equal(new Set(api.faults.map(({ line }) => line)).size, 3000);
  });

  test('is served without what refers to them, however long the way is', async () => {
    const chain = times(3000, (at) => [`S${at}`, { $ref: `${responses}/${at === 2999 ? 'Lost' : `S${at + 1}`}` }]);
    const operations = [ok, ...times(1000, (at) => referring(`S${at}`))];
    const api = await loadApi(writeSpec(documentOf(operations, { responses: Object.fromEntries(chain) })));
    assert.equal(api.operations.length, 1001);
    assert.equal(api.faults.length, 4000);
  });

  test('is served without operations that break what is made of all, though these are many', async () => {
    const broken = times(60, (at) => `get "/p${at}"() { throw new Error("it broke at ${at}"); },`).join('\n');
    const files = {
      'openapi.yaml': documentOf(times(100, () => ok)),
      'sandbox.ts': `export const profile = { mainRecords: {\n${broken}\n} };`,
    };
    await withApis({ many: files }, async (portal, key) => {
      const lost = portal.context.faults.list().map(({ operation, line }) => `${operation} ${line}`);
      assert.deepEqual(
        lost,
        times(60, (at) => `GET /p${at} ${at + 2}`),
      );
      for (const [path, status] of [
        ['p59', 404],
        ['p60', 200],
        ['p99', 200],
      ] as const)
        assert.equal((await portal.call(`GET /sandbox/many/${path}`, { key })).status, status, path);
    });
  });

  test('does not keep the faults of other APIs from being told', async () => {
    const apis = {
      all: { 'openapi.yaml': documentOf(times(1500, () => odd)) },
      most: {
        'openapi.yaml': documentOf([ok, ...times(1500, () => odd)]),
        'sandbox.ts': 'throw new Error("it broke");',
      },
      other: { 'openapi.yaml': documentOf([ok, odd]) },
      profile: { 'openapi.yaml': documentOf([ok]), 'sandbox.ts': 'throw new Error("it broke");' },
    };
    const specsPath = `specs:${writeSpecs(apis)}`;
    const { faults } = await serveApis({ specsPath, documentsDir: temporaryFolder() });
    const portal = await startTestPortal({ env: { SPECS_PATH: specsPath } });
    try {
      const told = (api: string) => faults.list().filter((fault) => fault.api === api);
      assert.deepEqual(
        ['all', 'most', 'other', 'profile'].map((api) => told(api).length),
        [1001, 1002, 1, 1],
      );
      for (const api of ['all', 'most'])
        assert.match(
          String(told(api).at(-1)?.message.en),
          /more faults of this API, from here on, than are told: 500\.$/,
        );
      const key = await portal.guest();
      for (const [path, status] of [
        ['all/p0', 503],
        ['most/p0', 503],
        ['other/p0', 200],
        ['other/p1', 404],
        ['profile/p0', 503],
      ])
        assert.equal((await portal.call(`GET /sandbox/${path}`, { key })).status, status, String(path));
    } finally {
      await portal.close();
    }
  });
});
