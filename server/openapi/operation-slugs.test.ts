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
      ['list-visits', 'list-visits-2'],
      ['index', 'index-2'],
      ['sandboxPlan', 'sandbox-plan-2'],
      ['howItWorks', 'how-it-works-2'],
      ['получить', 'get-vf'],
      ['取得', 'get-vg'],
      ['a1', 'a1'],
      ['a-1', 'a-1-2'],
      ['x'.repeat(280), 'x'.repeat(100)],
    ],
  );
});
