import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const json = (schema: string) => `content: {application/json: {schema: ${schema}}}`;
const ok = (schema: string, status = 200) => `responses: {"${status}": {description: ok, ${json(schema)}}}`;
const emails = '{type: array, items: {type: string, format: email}}';
const texts = '{type: array, items: {type: string}}';
const parameter = (name: string) => `{name: ${name}, in: path, required: true, schema: {type: string}}`;
const group = '{type: object, required: [id], properties: {id: {type: string, readOnly: true}, name: {type: string}}}';

/** Lists of mere texts, which are added, set and removed in several ways. */
const document = `openapi: 3.1.0
info: {title: Mail, version: "1"}
paths:
  /groups:
    post: {requestBody: {${json(group)}}, ${ok(group, 201)}}
  /groups/{id}:
    parameters: [${parameter('id')}]
    get: {${ok(group)}}
  /groups/{id}/muted:
    parameters: [${parameter('id')}]
    get: {${ok(emails)}}
    post: {requestBody: {${json(`{type: object, properties: {emails: ${emails}}}`)}}, ${ok(`{type: object, properties: {emails: ${emails}}}`, 201)}}
  /groups/{id}/muted/{email}:
    parameters: [${parameter('id')}, ${parameter('email')}]
    delete: {responses: {"204": {description: gone}}}
  /checks:
    get: {${ok(texts)}}
    put: {requestBody: {${json(texts)}}, ${ok(texts)}}
    post: {requestBody: {${json(`{oneOf: [{type: object, properties: {names: ${texts}}}, ${texts}]}`)}}, ${ok(texts)}}
    delete: {requestBody: {${json(`{type: object, properties: {names: ${texts}}}`)}}, ${ok(texts)}}
  /boxes:
    get: {${ok(texts)}}
    post: {requestBody: {${json('{type: object, properties: {name: {type: string}, size: {type: integer}}}')}}, ${ok('{type: object, properties: {name: {type: string}, size: {type: integer}}}', 201)}}
  /boxes/{name}:
    parameters: [${parameter('name')}]
    get: {${ok('{type: object, properties: {name: {type: string}, size: {type: integer}}}')}}
`;

describeOnDatabases('lists of bare values', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    const specs = writeSpecs({ mail: { 'openapi.yaml': document, 'seed.yaml': '' } });
    portal = await startTestPortal({ open, env: { SPECS_PATH: `specs:${specs}` } });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, body?: unknown) =>
    portal.call(request.replace(' /', ' /sandbox/mail/'), { key, body });

  test('have what was added below a record, once, and lose what is removed', async () => {
    const { id } = (await call('POST /groups', { name: 'News' })).body;
    const other = (await call('POST /groups', { name: 'Else' })).body;
    const [a, b] = ['a@example.com', 'b@example.com'];
    const added = await call(`POST /groups/${id}/muted`, { emails: [a, b] });
    assert.deepEqual([added.status, added.body], [201, { emails: [a, b] }]);
    await call(`POST /groups/${id}/muted`, { emails: [b] });
    assert.deepEqual((await call(`GET /groups/${id}/muted`)).body, [a, b]);
    assert.deepEqual((await call(`GET /groups/${other.id}/muted`)).body, []);
    assert.equal((await call(`DELETE /groups/${id}/muted/${a}`)).status, 204);
    assert.equal((await call(`DELETE /groups/${id}/muted/${a}`)).status, 404);
    assert.deepEqual((await call(`GET /groups/${id}/muted`)).body, [b]);
  });

  test('are set, added to and taken from as a whole, and answered as they are then', async () => {
    assert.deepEqual((await call('PUT /checks', ['build', 'lint'])).body, ['build', 'lint']);
    assert.deepEqual((await call('POST /checks', { names: ['test'] })).body, ['build', 'lint', 'test']);
    assert.deepEqual((await call('POST /checks', ['types'])).body, ['build', 'lint', 'test', 'types']);
    await call('DELETE /checks', { names: ['lint', 'types'] });
    assert.deepEqual((await call('GET /checks')).body, ['build', 'test']);
    assert.deepEqual((await call('PUT /checks', ['docs'])).body, ['docs']);
    assert.deepEqual((await call('GET /checks')).body, ['docs']);
  });

  test('name the records that are read one by one', async () => {
    await call('POST /boxes', { name: 'small', size: 1 });
    assert.deepEqual((await call('GET /boxes')).body, ['small']);
    assert.deepEqual((await call('GET /boxes/small')).body, { name: 'small', size: 1 });
  });
});
