import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const domain = '{$ref: "#/components/schemas/Domain"}';
const ok = (schema: string, status = 200) =>
  `{"${status}": {description: ok, content: {application/json: {schema: ${schema}}}}}`;

const document = `openapi: 3.1.0
info: {title: Domains, version: "1"}
paths:
  /domains:
    get: {responses: ${ok(`{type: array, items: ${domain}}`)}}
    post: {requestBody: {content: {application/json: {schema: ${domain}}}}, responses: ${ok(domain, 201)}}
  /domains/{domain_name}:
    parameters: [{name: domain_name, in: path, required: true, schema: {type: string}}]
    get: {responses: ${ok(domain)}}
components:
  schemas:
    Domain: {type: object, example: {name: example.com, ttl: 1800}, properties: {name: {type: string}, ttl: {type: integer}}}
`;

describeOnDatabases('records that callers name', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({
      open,
      env: { SPECS_PATH: `specs:${writeSpecs({ domains: { 'openapi.yaml': document } })}` },
    });
    key = await portal.guest();
  });
  after(() => portal.close());

  test('have the name that was sent, that of the example as well, and no two have one', async () => {
    const create = () => portal.call('POST /sandbox/domains/domains', { key, body: { name: 'example.com', ttl: 60 } });
    assert.deepEqual((await create()).body, { name: 'example.com', ttl: 60 });
    assert.equal((await portal.call('GET /sandbox/domains/domains/example.com', { key })).body.ttl, 60);
    assert.equal((await create()).status, 409);
  });
});
