import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const ok = (schema: string) =>
  `responses: {"200": {description: ok, content: {application/json: {schema: ${schema}}}}}`;
const of = (name: string) => `{$ref: "#/components/schemas/${name}"}`;
const listOf = (key: string, name: string) =>
  `{type: object, properties: {${key}: {type: array, items: ${of(name)}}, cursor: {type: string}}}`;
const body = (schema: string) => `requestBody: {content: {application/json: {schema: ${schema}}}}`;
const ids = (...names: string[]) =>
  `parameters: [${names.map((name) => `{name: ${name}, in: path, required: true, schema: {type: string}}`).join(', ')}]`;
const nothing = ok('{type: object, properties: {errors: {type: array, items: {type: object}}}}');
const range = '{type: object, properties: {start_at: {type: string}, end_at: {type: string}}}';

/** An API whose customers join groups, and are searched by filters deep in a body; its catalog has a list at an address of its own. */
const document = `openapi: 3.1.0
info: {title: Shop, version: "1"}
paths:
  /customers:
    get: {${ok(listOf('customers', 'Customer'))}}
    post: {${body(of('Customer'))}, ${ok(`{type: object, properties: {customer: ${of('Customer')}}}`)}}
  /customers/search:
    post: {${body(`{type: object, properties: {limit: {type: integer}, query: {type: object, properties: {filter: {type: object, properties: {email: {type: object, properties: {exact: {type: string}}}, joined: ${range}, level: {type: array, items: {type: string}}}}}}}}`)}, ${ok(listOf('customers', 'Customer'))}}
  /customers/{customer_id}:
    get: {${ids('customer_id')}, ${ok(`{type: object, properties: {customer: ${of('Customer')}}}`)}}
  /customers/{customer_id}/groups/{group_id}:
    put: {${ids('customer_id', 'group_id')}, ${nothing}}
    delete: {${ids('customer_id', 'group_id')}, ${nothing}}
  /customers/{customer_id}/teams/{team_id}:
    put: {${ids('customer_id', 'team_id')}, ${nothing}}
    delete: {${ids('customer_id', 'team_id')}, ${nothing}}
  /groups:
    post: {${body(of('Group'))}, ${ok(`{type: object, properties: {group: ${of('Group')}}}`)}}
  /groups/{group_id}:
    get: {${ids('group_id')}, ${ok(`{type: object, properties: {group: ${of('Group')}}}`)}}
  /catalog/list: {get: {${ok(listOf('objects', 'Thing'))}}}
  /catalog/object: {post: {${body(`{type: object, properties: {key: {type: string}, object: ${of('Thing')}}}`)}, ${ok(`{type: object, properties: {catalog_object: ${of('Thing')}, id_mappings: {type: array, items: {type: object}}}}`)}}}
  /catalog/object/{object_id}:
    get: {${ids('object_id')}, ${ok(`{type: object, properties: {object: ${of('Thing')}, related_objects: {type: array, items: ${of('Thing')}}}}`)}}
    delete: {${ids('object_id')}, ${nothing}}
components:
  schemas:
    Customer: {type: object, properties: {id: {type: string}, email: {type: string}, level: {type: string}, joined_at: {type: string, format: date-time}, group_ids: {type: array, items: {type: string}}, team_ids: {type: array, items: {type: integer}}}}
    Group: {type: object, properties: {id: {type: string}, name: {type: string}}}
    Thing: {type: object, required: [id], properties: {id: {type: string}, type: {type: string}, item_data: {type: object, properties: {name: {type: string}}}}}
`;

describeOnDatabases('records that are searched and joined', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    const specs = writeSpecs({ shop: { 'openapi.yaml': document, 'seed.yaml': '' } });
    portal = await startTestPortal({ open, env: { SPECS_PATH: `specs:${specs}` } });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, sent?: unknown) => {
    const [method, path] = request.split(' ');
    return portal.call(`${method} /sandbox/shop${path}`, { key, body: sent });
  };
  const customer = async (sent: unknown) => (await call('POST /customers', sent)).body.customer;

  test('a search obeys the filters that are deep in its body', async () => {
    for (const [name, level, month] of [
      ['ada', 'gold', '02'],
      ['bob', 'gold', '05'],
      ['eve', 'iron', '08'],
    ])
      await customer({ email: `${name}@example.com`, level, joined_at: `2026-${month}-01T00:00:00Z` });
    const search = async (filter: unknown) => {
      const { customers } = (await call('POST /customers/search', { query: { filter } })).body;
      return customers.map(({ email }: { email: string }) => email.split('@')[0]);
    };
    assert.deepEqual(await search({ email: { exact: 'bob@example.com' } }), ['bob']);
    assert.deepEqual(await search({ email: { exact: 'none@example.com' } }), []);
    assert.deepEqual(await search({ joined: { start_at: '2026-04-01T00:00:00Z', end_at: '2026-06-01T00:00:00Z' } }), [
      'bob',
    ]);
    assert.deepEqual(await search({ level: ['gold'] }), ['ada', 'bob']);
    assert.deepEqual(await search({}), ['ada', 'bob', 'eve']);
  });

  test('a record joins another that lists the ids of such, and leaves it', async () => {
    const { id } = await customer({ email: 'kim@example.com' });
    const { group } = (await call('POST /groups', { name: 'Gold' })).body;
    const groups = async () => (await call(`GET /customers/${id}`)).body.customer.group_ids;
    assert.equal((await call(`PUT /customers/${id}/groups/${group.id}`)).status, 200);
    await call(`PUT /customers/${id}/groups/${group.id}`);
    assert.deepEqual(await groups(), [group.id]);
    await call(`DELETE /customers/${id}/groups/${group.id}`);
    assert.deepEqual(await groups(), []);
    assert.equal((await call(`PUT /customers/${id}/groups/none`)).status, 404);
    assert.equal((await call(`PUT /customers/none/groups/${group.id}`)).status, 404);
  });

  test('an id that it joins is a number where its list has numbers', async () => {
    const { id } = await customer({ email: 'lee@example.com', team_ids: [1] });
    await call(`PUT /customers/${id}/teams/7`);
    assert.deepEqual((await call(`GET /customers/${id}`)).body.customer.team_ids, [1, 7]);
  });

  test('a record beside related ones of its schema is one, and a list at an address of its own shows it', async () => {
    const object = { id: '#tea', type: 'ITEM', item_data: { name: 'Tea' } };
    const { catalog_object: made } = (await call('POST /catalog/object', { key: 'k', object })).body;
    assert.notEqual(made.id, '#tea');
    assert.deepEqual(made, { ...object, id: made.id });
    assert.deepEqual((await call(`GET /catalog/object/${made.id}`)).body.object, made);
    assert.deepEqual((await call('GET /catalog/list')).body.objects, [made]);
    assert.equal((await call(`DELETE /catalog/object/${made.id}`)).status, 200);
    assert.equal((await call(`GET /catalog/object/${made.id}`)).status, 404);
  });
});
