import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OperationData } from '../../documents/operation-data.ts';
import { anOperation } from '../operation-fixture.ts';
import { nextCalls } from './next-calls.ts';

const operations = (
  [
    ['GET', '/charges'],
    ['POST', '/charges'],
    ['GET', '/charges/{charge_id}'],
    ['DELETE', '/charges/{charge_id}'],
    ['PATCH', '/charges/{charge_id}'],
    ['POST', '/charges/{charge_id}/capture'],
    ['GET', '/charges/{charge_id}/refunds'],
    ['GET', '/charges/{charge_id}/refunds/{refund_id}'],
    ['GET', '/others'],
  ] as const
).map(([method, path]): [string, string, string, string, string] => [
  `${method} ${path}`,
  `${method}${path.replaceAll(/\W+/g, '-')}`,
  method,
  path,
  `${method} ${path}`,
]);

function after(
  method: string,
  path: string,
  answer: { body?: unknown; status?: number; headers?: [string, string][] },
  given: Partial<OperationData> = {},
) {
  const { body, status = 200, headers = [] } = answer;
  const [, slug = ''] = operations.find(([id]) => id === `${method} ${path}`) ?? [];
  const url = 'http://localhost/sandbox/shop/v1/charges?expand=x';
  return nextCalls({
    api: { slug: 'shop', base: 'http://localhost/sandbox/shop/v1', operations },
    operation: anOperation({ method, path, slug, ...given }),
    pathValues: path.includes('{charge_id}') ? { charge_id: 'ch_1' } : {},
    response: { method, url, status, reason: '', headers, bytes: new Uint8Array(), milliseconds: 1, sentAt: '' },
    body,
    sent: { currency: 'brl' },
  }).map(({ summary, to }) => `${summary} ${decodeURIComponent(to.split('?')[1] ?? '')}`);
}

test('what was created can be read, then what it can do', () => {
  const expected = [
    'GET /charges/{charge_id} path.charge_id=ch_1',
    'POST /charges/{charge_id}/capture path.charge_id=ch_1',
    'GET /charges/{charge_id}/refunds path.charge_id=ch_1',
    'PATCH /charges/{charge_id} path.charge_id=ch_1',
    'DELETE /charges/{charge_id} path.charge_id=ch_1',
  ];
  assert.deepEqual(after('POST', '/charges', { status: 201, body: { id: 'ch_1' } }), expected);
  assert.deepEqual(after('POST', '/charges', { status: 201, body: { data: { chargeId: 'ch_1' } } }), expected);
  assert.deepEqual(after('POST', '/charges', { status: 201, headers: [['Location', '/v1/charges/ch_1']] }), expected);
  assert.deepEqual(after('GET', '/charges', { body: { data: [{ id: 'ch_1' }, { id: 'ch_2' }] } }), expected);
  assert.deepEqual(after('GET', '/charges/{charge_id}', {}), expected.slice(1));
  assert.equal(after('POST', '/charges/{charge_id}/capture', {})[0], expected[0]);
});

test('what was removed leads to those that are left, and a refusal to nothing', () => {
  assert.deepEqual(after('DELETE', '/charges/{charge_id}', { status: 204 }), ['GET /charges ']);
  assert.deepEqual(after('POST', '/charges', { status: 422, body: {} }), []);
});

test('links of the document come first, with the values that they name', () => {
  const links = [
    {
      name: 'others',
      description: '',
      operation: { slug: 'GET-others', summary: '' },
      parameters: [
        ['after', '$response.body#/id'],
        ['currency', '$request.body#/currency'],
        ['expand', '$request.query.expand'],
        ['none', '$response.body#/none'],
        ['fixed', 'x'],
      ] as [string, string][],
    },
  ];
  const [first] = after(
    'POST',
    '/charges',
    { status: 201, body: { id: 'ch_1' } },
    { responses: { '201': { description: '', headers: {}, content: {}, links } } },
  );
  assert.equal(first, 'GET /others query.after=ch_1&query.currency=brl&query.expand=x&query.fixed=x');
});
