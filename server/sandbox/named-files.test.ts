import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const ref = (name: string) => `{$ref: "#/components/schemas/${name}"}`;
const ok = (schema: string, type = 'application/json') =>
  `responses: {"200": {description: ok, content: {${type}: {schema: ${schema}}}}}`;
const octets = (format: string) =>
  `requestBody: {required: true, content: {application/octet-stream: {schema: {type: string, format: ${format}}}}}`;
const parameter = (name: string) => `parameters: [{name: ${name}, in: path, required: true, schema: {type: string}}]`;

/** Files below a record, which callers name; one path reads them by another name. */
const document = `openapi: 3.1.0
info: {title: Bills, version: "1"}
paths:
  /bills:
    post: {requestBody: {content: {application/json: {schema: ${ref('Bill')}}}}, ${ok(ref('Bill'))}}
  /bills/{id}:
    ${parameter('id')}
    get: {${ok(ref('Bill'))}}
  /bills/{id}/attachments:
    ${parameter('id')}
    get: {${ok(ref('Attachments'))}}
  /bills/{id}/attachments/{FileName}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}, {name: FileName, in: path, required: true, schema: {type: string}}]
    get: {${ok('{type: string, format: binary}', 'application/octet-stream')}}
    put: {${octets('byte')}, ${ok(ref('Attachments'))}}
    post: {${octets('binary')}, ${ok(ref('Attachments'))}}
    delete: {responses: {"204": {description: gone}}}
  /notes: {post: {requestBody: {content: {application/json: {schema: ${ref('Bill')}}}}, ${ok(ref('Bill'))}}}
components:
  schemas:
    Bill: {type: object, required: [id], properties: {id: {type: string, readOnly: true}, total: {type: integer}}}
    Attachments: {type: object, properties: {Attachments: {type: array, items: ${ref('Attachment')}}}}
    Attachment: {type: object, properties: {FileName: {type: string}, MimeType: {type: string}, ContentLength: {type: integer}}}
`;

describeOnDatabases('files that callers name', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    const specs = writeSpecs({ bills: { 'openapi.yaml': document, 'seed.yaml': '' } });
    portal = await startTestPortal({ open, env: { SPECS_PATH: `specs:${specs}` } });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, body?: unknown, type = 'application/json') =>
    portal.call(request.replace(' /', ' /sandbox/bills/'), { key, body, headers: { 'content-type': type } });

  test('are listed with what is known of them, and read as they were sent, whatever their type is called', async () => {
    const { id } = (await call('POST /bills', { total: 7 })).body;
    const at = `/bills/${id}/attachments`;
    const file = { FileName: 'a.txt', MimeType: 'text/plain', ContentLength: 5 };
    const sent = await call(`PUT ${at}/a.txt`, 'a=1&b', 'text/plain');
    assert.deepEqual([sent.status, sent.body], [200, { Attachments: [file] }]);
    await call(`PUT ${at}/b.bin`, '{', 'application/x-www-form-urlencoded');
    const { Attachments } = (await call(`GET ${at}`)).body;
    assert.deepEqual([Attachments.length, Attachments[0], Attachments[1].FileName], [2, file, 'b.bin']);
    assert.equal((await call(`GET ${at}/a.txt`)).body, 'a=1&b');
    await call(`POST ${at}/a.txt`, 'other', 'application/octet-stream');
    assert.equal((await call(`GET ${at}/a.txt`)).body, 'other');
    assert.equal((await call(`DELETE ${at}/a.txt`)).status, 204);
    assert.equal((await call(`GET ${at}/a.txt`)).status, 404);
    assert.equal((await call(`GET ${at}`)).body.Attachments.length, 1);
  });

  test('are of a record that is there, and nothing else is taken as octets', async () => {
    assert.equal((await call('PUT /bills/none/attachments/a.txt', 'text', 'text/plain')).status, 404);
    assert.equal((await call('POST /notes', 'text', 'text/plain')).status, 415);
  });
});
