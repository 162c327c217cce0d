import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pathVersions } from '../dialect/versions/versions.ts';
import { loadApi } from '../openapi/load-api.ts';
import { writeSpec } from '../testing/test-specs.ts';
import { planApi } from './plan-api.ts';

const older = { deprecated: '2026-06-30', sunset: '2027-06-30', guide: '/guides/versions' };
const versions = pathVersions({ newest: 'v2', older: { v1: older } });

const record = (schema: string) =>
  `responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/${schema}"}}}}}`;
const paths = (version: string, schema: string) => `
  /${version}/shops/{shop_id}/orders:
    post: {${record(schema)}}
  /${version}/shops/{shop_id}/orders/{order_id}:
    get: {${record(schema)}}`;
const document = `openapi: 3.1.0
info: {title: A, version: "1"}
paths:${paths('v1', 'OldOrder')}${paths('v2', 'Order')}
  /v1/carts/{id}:
    get: {${record('OldOrder')}}
  /v1/coupons:
    get: {responses: {"401": {description: who}, "410": {description: gone}}}
  /v1/vouchers:
    get: {responses: {"200": {description: ok}, "410": {description: gone}}}
components:
  schemas:
    Order: {type: object, properties: {id: {type: integer}, total: {type: object}}}
    OldOrder: {type: object, properties: {id: {type: integer}, total: {type: string}}}
`;

async function summarizePlan(profile: Parameters<typeof planApi>[1]): Promise<string[]> {
  const plan = planApi(await loadApi(writeSpec(document)), profile);
  return [...plan.operations.values()].map(({ operation, role, resource, version = 'newest' }) =>
    `${operation.method} ${operation.path} ${role} ${resource?.store ?? ''} ${version}`.replace('  ', ' '),
  );
}

describe('two versions of a list', () => {
  test('share a store, whose records have the newest schema', async () => {
    assert.deepEqual(await summarizePlan({ versions }), [
      'post /v1/shops/{shop_id}/orders create orders v1',
      'get /v1/shops/{shop_id}/orders/{order_id} read orders v1',
      'post /v2/shops/{shop_id}/orders create orders newest',
      'get /v2/shops/{shop_id}/orders/{order_id} read orders newest',
      'get /v1/carts/{id} read carts v1',
      'get /v1/coupons gone v1',
      'get /v1/vouchers stateless v1',
    ]);
    const { resources } = planApi(await loadApi(writeSpec(document)), { versions });
    assert.equal(resources.get('orders')?.schema?.$ref, '#/components/schemas/Order');
    assert.equal(resources.get('orders')?.itemPath, '/v2/shops/{shop_id}/orders/{order_id}');
  });

  test('are two stores if the profile does not set versions', async () => {
    const stores = new Set((await summarizePlan({})).map((line) => line.split(' ')[3]));
    assert.equal([...stores].filter((store) => store?.includes('orders')).length, 2);
  });
});

test('an operation that declares 410 and no success is gone, whatever the profile says', async () => {
  assert.ok((await summarizePlan({})).includes('get /v1/coupons gone newest'));
});
