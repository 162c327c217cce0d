import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadApi } from '../openapi/load-api.ts';
import { serveApi } from '../sandbox/serve-api.ts';
import { summarize } from '../testing/plan-summary.ts';
import { writeSpec } from '../testing/test-specs.ts';
import { planApi } from './plan-api.ts';

describe('the plan of an unknown document', () => {
  const item = '{type: object, properties: {id: {type: string}, name: {type: string}}}';
  const answer = (schema: string) => `{"200": {description: ok, content: {application/json: {schema: ${schema}}}}}`;
  const parameter = (name: string) => `parameters: [{name: ${name}, in: path, required: true, schema: {type: string}}]`;
  const planOfPaths = async (paths: string) => {
    const api = await loadApi(
      writeSpec(
        `openapi: 3.1.0\ninfo: {title: A, version: "1"}\npaths:\n${paths}\ncomponents: {schemas: {Order: ${item}}}\n`,
      ),
    );
    return planApi(api);
  };

  test('has one store for one schema under two parents', async () => {
    const orders = answer('{type: array, items: {$ref: "#/components/schemas/Order"}}');
    const plan = await planOfPaths(
      `  /orders:\n    get: {responses: ${orders}}\n  /users/{user_id}/orders:\n    ${parameter('user_id')}\n    get: {responses: ${orders}}\n`,
    );
    assert.deepEqual(summarize(plan), [
      'GET /orders → list orders by string id',
      'GET /users/{user_id}/orders → list orders under ? {user_id} by string id',
    ]);
    assert.equal(plan.resources.size, 1);
  });

  test('has two stores for one name with two schemas', async () => {
    const plan = await planOfPaths(
      `  /users/{id}/notes:\n    ${parameter('id')}\n    get: {responses: ${answer(`{type: array, items: ${item}}`)}}\n  /notes:\n    get: {responses: ${answer('{type: array, items: {type: object, properties: {code: {type: string}}}}')}}\n`,
    );
    assert.equal(new Set(plan.resources.keys()).size, 2);
  });

  test('ignores a version in the path and a wrapper around the record', async () => {
    const plan = await planOfPaths(
      `  /v2/orders:\n    post: {responses: ${answer('{type: object, properties: {data: {$ref: "#/components/schemas/Order"}}}')}}\n    get: {responses: ${answer('{type: object, properties: {data: {type: array, items: {$ref: "#/components/schemas/Order"}}, total: {type: integer}}}')}}\n  /v2/orders/{orderId}:\n    ${parameter('orderId')}\n    get: {responses: ${answer('{type: object, properties: {data: {$ref: "#/components/schemas/Order"}}}')}}\n`,
    );
    const [list, create, read] = [...plan.operations.values()]
      .sort((a, b) => a.role.localeCompare(b.role))
      .reverse()
      .map(({ role, resource, success }) => [role, resource?.store, success.recordAt?.join('.')]);
    assert.deepEqual([list, create, read].sort(), [
      ['create', 'orders', 'data'],
      ['list', 'orders', undefined],
      ['read', 'orders', 'data'],
    ]);
  });

  test('does not take JSON:API `included` resources for a list', async () => {
    const plan = await planOfPaths(
      `  /apps/{id}/owner:\n    ${parameter('id')}\n    get: {responses: ${answer(`{type: object, properties: {data: ${item}, included: {type: array, items: ${item}}}}`)}}\n`,
    );
    assert.deepEqual(summarize(plan), ['GET /apps/{id}/owner → stateless  under ? {id}']);
  });

  test('has no id property if the id is only in the path', async () => {
    const plan = await planOfPaths(
      `  /settings/{key}:\n    ${parameter('key')}\n    get: {responses: ${answer('{type: object, properties: {value: {type: string}}}')}}\n    put: {responses: ${answer('{type: object, properties: {value: {type: string}}}')}}\n`,
    );
    assert.deepEqual(summarize(plan), [
      'GET /settings/{key} → read settings',
      'PUT /settings/{key} → replace or create settings',
    ]);
  });

  test('makes operations without a resource stateless', async () => {
    const plan = await planOfPaths(
      `  /calculate:\n    post: {responses: ${answer('{type: object, properties: {result: {type: number}}}')}}\n  /ping:\n    get: {responses: ${answer('{type: string}')}}\n`,
    );
    assert.deepEqual(summarize(plan), ['POST /calculate → stateless', 'GET /ping → stateless']);
  });

  test('may be empty', async () => {
    const api = await serveApi(writeSpec('openapi: 3.1.0\ninfo: {title: A, version: "1"}\npaths: {}\n'));
    assert.equal(api.plan.operations.size, 0);
    assert.equal(api.basePath, '/sandbox/example');
  });
});
