import assert from 'node:assert/strict';
import test from 'node:test';
import { writeSpec } from '../testing/test-specs.ts';
import { loadApi } from './load-api.ts';

test('operationIds of any kind get addresses of their own', async () => {
  const ids = [
    'listVisits',
    'list-visits',
    'index',
    'sandboxPlan',
    'howItWorks',
    'получить',
    '取得',
    'a1',
    'a-1',
    'x'.repeat(280),
  ];
  const paths = ids.map(
    (id, at) =>
      `  /v${'abcdefghij'[at]}:\n    get:\n      operationId: ${id}\n      responses: {"200": {description: ok}}\n`,
  );
  const { operations } = await loadApi(
    writeSpec(`openapi: 3.1.0\ninfo: {title: Agenda, version: "1"}\npaths:\n${paths.join('')}`),
  );
  assert.deepEqual(
    operations.map(({ id, slug }) => [id, slug]),
    [
      ['listVisits', 'list-visits'],
      ['list-visits', 'list-visits-get-vb'],
      ['index', 'index-get-vc'],
      ['sandboxPlan', 'sandbox-plan-get-vd'],
      ['howItWorks', 'how-it-works-get-ve'],
      ['получить', 'get-vf'],
      ['取得', 'get-vg'],
      ['a1', 'a1'],
      ['a-1', 'a-1-get-vi'],
      ['x'.repeat(280), 'x'.repeat(100)],
    ],
  );
});

async function slugsOf(operations: Record<string, string | undefined>): Promise<Record<string, string>> {
  const paths = Object.entries(operations).map(([path, operationId]) => [
    path,
    { get: { ...(operationId !== undefined && { operationId }), responses: { 200: { description: 'ok' } } } },
  ]);
  const document = { openapi: '3.1.0', info: { title: 'Agenda', version: '1' }, paths: Object.fromEntries(paths) };
  const api = await loadApi(writeSpec(JSON.stringify(document)));
  return Object.fromEntries(api.operations.map(({ path, slug }) => [path, slug]));
}

test('an address stays where it is when operations are added whose names are alike, before it or after', async () => {
  const others = {
    '/other': 'get-visits',
    '/third': 'GETVISITS',
    '/ip/address': undefined,
    '/\u0438/\u0438': 'список',
    '/long2': `${'x'.repeat(280)}2`,
  };
  const first = { '/first': 'getVisits', '/ip-address': undefined, '/long': 'x'.repeat(280) };
  const own = {
    '/own': 'get_visits',
    '/\u0439/\u0438': 'список 2',
    '/\u0439': 'получить',
    '/ip/address/': undefined,
    '/con': 'CON',
    '/proto': '__proto__',
    '/long1': `${'x'.repeat(280)}1`,
  };
  const before = await slugsOf({ ...first, ...own });
  const after = await slugsOf({ ...first, ...others, ...own });
  for (const [path, slug] of Object.entries(before)) assert.equal(after[path], slug, path);
  assert.equal(new Set(Object.values(after)).size, Object.keys(after).length);
  for (const slug of Object.values(after)) assert.match(slug, /^[a-z0-9][a-z0-9-]{0,120}$/);
});
