import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { findSpecs } from '../openapi/find-specs.ts';
import { loadApi } from '../openapi/load-api.ts';
import { serveApi } from '../sandbox/serve-api.ts';
import { allSpecs, writeSpec } from '../testing/test-specs.ts';
import { planApi } from './plan-api.ts';
import type { ApiPlan, OperationPlan } from './plan-types.ts';
import type { ServedApi } from './served-api.ts';

/** What was understood of each operation, a line each: `GET /livros → list livros by isbn`. */
function told(plan: ApiPlan): string[] {
  return [...plan.operations.values()].map((operation) => {
    const { resource, parents, role, putCreates, operation: own } = operation;
    const above = parents.map(({ parameter, store }) => ` under ${store ?? '?'} {${parameter}}`).join('');
    const id = resource?.idKey && ` by ${resource.idType} ${resource.idKey}`;
    return `${own.method.toUpperCase()} ${own.path} → ${role}${putCreates ? ' or create' : ''} ${resource?.store ?? ''}${above}${id ?? ''}`.trimEnd();
  });
}

function planOf(api: ServedApi, id: string): OperationPlan {
  const plan = [...api.plan.operations.values()].find(({ operation }) => operation.id === id);
  assert.ok(plan, id);
  return plan;
}

describe('what a document means', () => {
  const apis = new Map<string, ServedApi>();
  const api = (slug: string) => apis.get(slug) as ServedApi;
  before(async () => {
    for (const { slug, folder } of findSpecs(allSpecs()))
      if (slug !== 'defeituosa') apis.set(slug, await serveApi(folder));
  });

  test('Notas', () => {
    assert.deepEqual(told(api('notas').plan), [
      'GET /company → read-singleton companies by string id',
      'GET /companies → list companies by string id',
      'POST /companies → create companies by string id',
      'GET /companies/{company_id} → read companies by string id',
      'PUT /companies/{company_id} → replace companies by string id',
      'PATCH /companies/{company_id} → change companies by string id',
      'DELETE /companies/{company_id} → delete companies by string id',
      'GET /customers → list customers by string id',
      'POST /customers → create customers by string id',
      'GET /customers/{customer_id} → read customers by string id',
      'PUT /customers/{customer_id} → replace customers by string id',
      'PATCH /customers/{customer_id} → change customers by string id',
      'DELETE /customers/{customer_id} → delete customers by string id',
      'GET /companies/{company_id}/serviceinvoices → list serviceinvoices under companies {company_id} by string id',
      'POST /companies/{company_id}/serviceinvoices → create serviceinvoices under companies {company_id} by string id',
      'GET /companies/{company_id}/serviceinvoices/{invoice_id} → read serviceinvoices under companies {company_id} by string id',
      'DELETE /companies/{company_id}/serviceinvoices/{invoice_id} → delete serviceinvoices under companies {company_id} by string id',
      'GET /companies/{company_id}/serviceinvoices/{invoice_id}/pdf → represent serviceinvoices under companies {company_id} by string id',
      'GET /companies/{company_id}/serviceinvoices/{invoice_id}/xml → represent serviceinvoices under companies {company_id} by string id',
      'PUT /companies/{company_id}/serviceinvoices/{invoice_id}/sendemail → act serviceinvoices under companies {company_id} by string id',
      'GET /outbox → list outbox by string id',
      'GET /outbox/{email_id} → read outbox by string id',
      'POST /charges → create charges by string id',
      'GET /charges/{charge_id} → read charges by string id',
      'POST /charges/{charge_id}/capture → act charges by string id',
      'GET /products → list products by string id',
      'GET /cities → list cities by string code',
      'GET /service_codes → list service_codes by string code',
    ]);
    assert.deepEqual(planOf(api('notas'), 'listCustomers').filters, { external_id: 'external_id' });
  });

  test('Biblioteca, with no profile', () => {
    assert.deepEqual(told(api('biblioteca').plan), [
      'GET /livros → list livros by string isbn',
      'GET /livros/{isbn} → read livros by string isbn',
      'PUT /livros/{isbn} → replace or create livros by string isbn',
      'DELETE /livros/{isbn} → delete livros by string isbn',
      'GET /livros/{isbn}/exemplares → list exemplares under livros {isbn} by integer codigo',
      'POST /livros/{isbn}/exemplares → create exemplares under livros {isbn} by integer codigo',
      'GET /livros/{isbn}/exemplares/{codigo} → read exemplares under livros {isbn} by integer codigo',
      'PATCH /livros/{isbn}/exemplares/{codigo} → change exemplares under livros {isbn} by integer codigo',
      'GET /leitores → list leitores by integer matricula',
      'POST /leitores → create leitores by integer matricula',
      'GET /leitores/{matricula} → read leitores by integer matricula',
      'PUT /leitores/{matricula} → replace leitores by integer matricula',
      'DELETE /leitores/{matricula} → delete leitores by integer matricula',
      'GET /emprestimos → list emprestimos by string id',
      'POST /emprestimos → create emprestimos by string id',
      'GET /emprestimos/{id} → read emprestimos by string id',
      'POST /emprestimos/{id}/devolver → act emprestimos by string id',
      'GET /categorias → list categorias by string codigo',
      'POST /categorias → create categorias by string codigo',
      'GET /categorias/{codigo} → read categorias by string codigo',
      'GET /eventos → list eventos by integer codigo',
      'POST /eventos → create eventos by integer codigo',
      'GET /configuracao → read-singleton configuracao',
      'PUT /configuracao → write-singleton configuracao',
      'GET /estatisticas → stateless',
    ]);
    const { list, pager, filters } = planOf(api('biblioteca'), 'listarLivros');
    assert.deepEqual([list?.key, pager?.parameters], ['dados', ['deslocamento', 'limite']]);
    assert.deepEqual([filters.autor, filters.disponivel], ['autor', 'disponivel']);
  });

  test('Train Travel, with no profile', () => {
    assert.deepEqual(told(api('train-travel').plan), [
      'GET /stations → list stations by string id',
      'GET /trips → list trips by string id',
      'GET /bookings → list bookings by string id',
      'POST /bookings → create bookings by string id',
      'GET /bookings/{bookingId} → read bookings by string id',
      'DELETE /bookings/{bookingId} → delete bookings by string id',
      'POST /bookings/{bookingId}/payment → act bookings by string id',
    ]);
    assert.equal(planOf(api('train-travel'), 'get-bookings').list?.key, 'data');
  });

  test('every operation of every document says why', () => {
    for (const { plan } of apis.values()) {
      for (const { operation, why } of plan.operations.values())
        assert.ok(
          why.length > 0 && why.every(({ en, pt }) => en.length > 10 && pt.length > 10 && en !== pt),
          operation.id,
        );
    }
  });
});

describe("what a stranger's document means", () => {
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

  test('one schema under two parents is one store, with a scope', async () => {
    const orders = answer('{type: array, items: {$ref: "#/components/schemas/Order"}}');
    const plan = await planOfPaths(
      `  /orders:\n    get: {responses: ${orders}}\n  /users/{user_id}/orders:\n    ${parameter('user_id')}\n    get: {responses: ${orders}}\n`,
    );
    assert.deepEqual(told(plan), [
      'GET /orders → list orders by string id',
      'GET /users/{user_id}/orders → list orders under ? {user_id} by string id',
    ]);
    assert.equal(plan.resources.size, 1);
  });

  test('one name with two schemas is two stores', async () => {
    const plan = await planOfPaths(
      `  /users/{id}/notes:\n    ${parameter('id')}\n    get: {responses: ${answer(`{type: array, items: ${item}}`)}}\n  /notes:\n    get: {responses: ${answer('{type: array, items: {type: object, properties: {code: {type: string}}}}')}}\n`,
    );
    assert.equal(new Set(plan.resources.keys()).size, 2);
  });

  test('a version in the path and a record in a wrapper are seen through', async () => {
    const plan = await planOfPaths(
      `  /v2/orders:\n    post: {responses: ${answer('{type: object, properties: {data: {$ref: "#/components/schemas/Order"}}}')}}\n    get: {responses: ${answer('{type: object, properties: {data: {type: array, items: {$ref: "#/components/schemas/Order"}}, total: {type: integer}}}')}}\n  /v2/orders/{orderId}:\n    ${parameter('orderId')}\n    get: {responses: ${answer('{type: object, properties: {data: {$ref: "#/components/schemas/Order"}}}')}}\n`,
    );
    const [list, create, read] = [...plan.operations.values()]
      .sort((a, b) => a.role.localeCompare(b.role))
      .reverse()
      .map(({ role, resource, success }) => [role, resource?.store, success.recordKey]);
    assert.deepEqual([list, create, read].sort(), [
      ['create', 'orders', 'data'],
      ['list', 'orders', undefined],
      ['read', 'orders', 'data'],
    ]);
  });

  test('what comes along with one record in JSON:API is no list', async () => {
    const plan = await planOfPaths(
      `  /apps/{id}/owner:\n    ${parameter('id')}\n    get: {responses: ${answer(`{type: object, properties: {data: ${item}, included: {type: array, items: ${item}}}}`)}}\n`,
    );
    assert.deepEqual(told(plan), ['GET /apps/{id}/owner → stateless  under ? {id}']);
  });

  test("a record that is its path's parameter alone has no id property", async () => {
    const plan = await planOfPaths(
      `  /settings/{key}:\n    ${parameter('key')}\n    get: {responses: ${answer('{type: object, properties: {value: {type: string}}}')}}\n    put: {responses: ${answer('{type: object, properties: {value: {type: string}}}')}}\n`,
    );
    assert.deepEqual(told(plan), [
      'GET /settings/{key} → read settings',
      'PUT /settings/{key} → replace or create settings',
    ]);
  });

  test('what is no resource is answered with its example and never with a wrong 404', async () => {
    const plan = await planOfPaths(
      `  /calculate:\n    post: {responses: ${answer('{type: object, properties: {result: {type: number}}}')}}\n  /ping:\n    get: {responses: ${answer('{type: string}')}}\n`,
    );
    assert.deepEqual(told(plan), ['POST /calculate → stateless', 'GET /ping → stateless']);
  });

  test('a document without operations is understood too', async () => {
    const api = await serveApi(writeSpec('openapi: 3.1.0\ninfo: {title: A, version: "1"}\npaths: {}\n'));
    assert.equal(api.plan.operations.size, 0);
    assert.equal(api.basePath, '/sandbox/example');
  });
});
