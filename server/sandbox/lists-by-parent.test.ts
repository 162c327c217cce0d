import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const ref = (name: string) => `{$ref: "#/components/schemas/${name}"}`;
const ok = (schema: string, status = 200) =>
  `responses: {"${status}": {description: ok, content: {application/json: {schema: ${schema}}}}}`;
const id = 'parameters: [{name: id, in: path, required: true, schema: {type: string}}]';
const crud = (path: string, name: string) => `
  /${path}:
    get: {${ok(`{type: array, items: ${ref(name)}}`)}}
    post: {requestBody: {content: {application/json: {schema: ${ref(name)}}}}, ${ok(ref(name), 201)}}
  /${path}/{id}: {${id}, get: {${ok(ref(name))}}}`;

const document = `openapi: 3.1.0
info: {title: Budget, version: "1"}
paths:${crud('accounts', 'Account')}${crud('payments', 'Payment')}
  /accounts/{account_id}/payments:
    parameters: [{name: account_id, in: path, required: true, schema: {type: string}}]
    get: {${ok(`{type: array, items: ${ref('Payment')}}`)}}
components:
  schemas:
    Account: {type: object, required: [id], properties: {id: {type: string, readOnly: true}, name: {type: string}}}
    Payment: {type: object, required: [id], properties: {id: {type: string, readOnly: true}, account_id: {type: string}, amount: {type: integer}}}
`;

describeOnDatabases('lists below a record that their records name', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({
      open,
      env: { SPECS_PATH: `specs:${writeSpecs({ budget: { 'openapi.yaml': document } })}` },
    });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, body?: unknown) =>
    portal.call(request.replace(' /', ' /sandbox/budget/'), { key, body });

  test('show those that name it, which were created elsewhere', async () => {
    const [one, two] = [await call('POST /accounts', { name: 'A' }), await call('POST /accounts', { name: 'B' })];
    const { body: paid } = await call('POST /payments', { account_id: one.body.id, amount: 7 });
    assert.deepEqual((await call(`GET /accounts/${one.body.id}/payments`)).body, [paid]);
    assert.deepEqual((await call(`GET /accounts/${two.body.id}/payments`)).body, []);
    assert.deepEqual((await call(`GET /payments/${paid.id}`)).body, paid);
  });
});
