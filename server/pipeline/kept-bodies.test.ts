import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type SendBody, serveBodies } from '../testing/sent-bodies.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import type { TestPortal } from '../testing/test-portal.ts';
import { exportFrom, importInto } from '../testing/workspace-files.ts';

const file = `{type: object, required: [id], properties: {id: {type: string}, filename: {type: string}, bytes: {type: integer, readOnly: true}, content_type: {type: string}, purpose: {type: string}}}`;
const document = `openapi: 3.1.0
info: {title: Files, version: "1"}
paths:
  /files:
    get: {responses: {"200": {description: ok, content: {application/json: {schema: {type: array, items: ${file}}}}}}}
    post:
      requestBody:
        required: true
        content:
          multipart/form-data: {schema: {type: object, required: [file], properties: {file: {type: string, format: binary}, purpose: {type: string}}}}
          image/*: {}
      responses: {"201": {description: ok, content: {application/json: {schema: ${file}}}}}
  /files/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get: {responses: {"200": {description: ok, content: {application/json: {schema: ${file}}}}}}
    delete: {responses: {"204": {description: gone}}}
  /files/{id}/content:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get: {responses: {"200": {description: ok, content: {application/octet-stream: {schema: {type: string, format: binary}}, image/*: {}}}}}
    put: {requestBody: {content: {'*/*': {}}}, responses: {"204": {description: ok}}}
  /notes:
    get: {responses: {"200": {description: ok, content: {application/json: {schema: {type: array, items: {type: object, properties: {id: {type: string}, text: {type: string}}}}}}}}}
    post: {requestBody: {content: {text/plain: {schema: {type: string, minLength: 3}}}}, responses: {"201": {description: ok, content: {application/json: {schema: {type: object, properties: {id: {type: string}, text: {type: string}}}}}}}}
  /notes/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get: {responses: {"200": {description: ok, content: {text/plain: {schema: {type: string}}}}}}
  /measure: {post: {requestBody: {content: {image/png: {}}}, responses: {"200": {description: ok, content: {application/json: {schema: {type: object, required: [size], properties: {size: {type: integer}}}}}}}}}
  /table:
    put: {requestBody: {required: true, content: {text/csv: {schema: {type: array, items: {type: object}}}}}, responses: {"204": {description: ok}}}
    get: {responses: {"200": {description: ok, content: {text/csv: {schema: {type: string}, example: "a,b\\n"}}}}}
    delete: {responses: {"204": {description: ok}}}
`;

const anything = (schema: string) => `
  /files/{id}/content:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get: {responses: {"200": {description: ok, content: {'*/*': {schema: {type: string, format: binary}}}}}}
    put: {requestBody: {content: {'*/*': {schema: ${schema}}}}, responses: {"204": {description: ok}}}
  /files:
    get: {responses: {"200": {description: ok, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/File'}}}}}}}
    post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/File'}}}}, responses: {"201": {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/File'}}}}}}
components: {schemas: {Bin: {type: string, format: binary}, File: {type: object, properties: {id: {type: string}, title: {type: string}}}}}
`;
const versions = ['3.0.3', '3.1.0', '3.2.0'].flatMap((version) =>
  ['{type: string, format: binary}', "{$ref: '#/components/schemas/Bin'}"].map((schema, index): [string, string] => [
    `open-${version.replaceAll('.', '-')}-${index}`,
    `openapi: ${version}\ninfo: {title: Open, version: "1"}\npaths:${anything(schema)}`,
  ]),
);

const bytes = Buffer.from([0, 255, 13, 10, 45, 45, 120, 0, 128]);

describeOnDatabases('a body that is kept as it is', (open) => {
  let send: SendBody;
  let portal: TestPortal;
  let key: string;
  let close: () => Promise<void>;
  before(async () => {
    ({ send, portal, key, close } = await serveBodies({ files: document, ...Object.fromEntries(versions) }, open));
  });
  after(() => close());

  const upload = () => {
    const form = [
      '--b\r\nContent-Disposition: form-data; name="purpose"\r\n\r\ntest\r\n',
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\nContent-Type: image/png\r\n\r\n',
    ];
    const body = Buffer.concat([Buffer.from(form.join('')), bytes, Buffer.from('\r\n--b--\r\n')]);
    return send('POST /files/files', { type: 'multipart/form-data; boundary=b', body });
  };

  test('the file of a form is read at the path of its content, and its record says what it is', async () => {
    const made = await upload();
    const { id } = made.body;
    const record = { filename: 'a.bin', bytes: 9, content_type: 'image/png', purpose: 'test' };
    assert.deepEqual({ status: made.status, ...made.body }, { status: 201, id, ...record, file: made.body.file });
    assert.deepEqual(made.body.file, { name: 'a.bin', size: 9, type: 'image/png' });
    assert.equal((await send(`GET /files/files/${id}`)).body.bytes, 9);
    for (const [accept = '', type] of [
      [undefined, 'application/octet-stream'],
      ['image/png', 'image/png'],
      ['image/*', 'image/png'],
    ]) {
      const read = await send(`GET /files/files/${id}/content`, accept ? { accept } : {});
      assert.deepEqual([read.status, read.type, read.bytes], [200, type, bytes], accept);
    }
  });

  test('what is put in its place is read instead, and both are gone with the record', async () => {
    const { id } = (await upload()).body;
    const path = `/files/files/${id}/content`;
    const jpeg = Buffer.from([255, 216, 255]);
    assert.equal((await send(`PUT ${path}`, { type: 'image/jpeg', body: jpeg })).status, 204);
    const read = await send(`GET ${path}`, { accept: 'image/jpeg' });
    assert.deepEqual([read.type, read.bytes], ['image/jpeg', jpeg]);
    assert.equal((await send(`GET /files/files/${id}`)).body.bytes, 3);
    assert.equal((await send(`DELETE /files/files/${id}`)).status, 204);
    assert.equal((await send(`GET ${path}`)).status, 404);
  });

  test('a file that is the whole body makes a record, too', async () => {
    const made = await send('POST /files/files', { type: 'image/gif', body: bytes });
    assert.deepEqual([made.status, made.body.bytes, made.body.content_type], [201, 9, 'image/gif']);
    const read = await send(`GET /files/files/${made.body.id}/content`, { accept: 'image/gif' });
    assert.deepEqual([read.type, read.bytes], ['image/gif', bytes]);
  });

  test('what may be anything is kept as it is, whatever its sender calls it, or nothing', async () => {
    for (const [slug] of versions) {
      const made = await send(`POST /${slug}/files`, { type: 'application/json', body: '{"title":"x"}' });
      const path = `/${slug}/files/${made.body.id}/content`;
      for (const [type, body] of [
        ['application/json', '{"a": 1 }'],
        ['application/x-www-form-urlencoded', 'a=b&c[d]=e'],
        ['application/xml', '<a>'],
        ['text/plain; charset=iso-8859-1', Buffer.from('Jo\xe3o', 'latin1')],
        [undefined, bytes],
      ] as const) {
        const put = await send(`PUT ${path}`, { ...(type && { type }), body });
        assert.equal(put.status, 204, `${slug} ${type} ${put.text}`);
        assert.deepEqual((await send(`GET ${path}`)).bytes, Buffer.from(body as string), `${slug} ${type}`);
      }
      assert.equal((await send(`PUT ${path}`, { type: 'application/json', body: 'no JSON' })).status, 204, slug);
    }
    const latin = { type: 'application/json; charset=iso-8859-1', body: '{}' };
    assert.equal((await send('POST /open-3-1-0-0/files', latin)).status, 415);
    assert.equal((await send('POST /open-3-1-0-0/files', { body: '{}' })).status, 415);
  });

  test('what an operation without records says of a file is true', async () => {
    assert.deepEqual((await send('POST /files/measure', { type: 'image/png', body: bytes })).body, { size: 9 });
  });

  test('a text is checked, kept in its record, and read as it was sent', async () => {
    assert.equal((await send('POST /files/notes', { type: 'text/plain', body: 'ab' })).status, 422);
    const body = 'Olá\r\n  *mundo*\n';
    const made = await send('POST /files/notes', { type: 'text/plain; charset=utf-8', body });
    assert.deepEqual([made.status, made.body.text], [201, body]);
    const read = await send(`GET /files/notes/${made.body.id}`);
    assert.deepEqual([read.status, read.type, read.text], [200, 'text/plain; charset=utf-8', body]);
  });

  test('CSV is read as it was sent, until it is removed; before, it is the example', async () => {
    assert.equal((await send('GET /files/table')).text, 'a,b\n');
    const latin = Buffer.from('nome\r\nJo\xe3o\r\n', 'latin1');
    assert.equal((await send('PUT /files/table', { type: 'text/csv', body: latin })).status, 204);
    const read = await send('GET /files/table');
    assert.deepEqual([read.type, read.bytes], ['text/csv', latin]);
    assert.equal((await send('DELETE /files/table')).status, 204);
    assert.equal((await send('GET /files/table')).text, 'a,b\n');
    assert.equal((await send('PUT /files/table')).status, 422);
  });

  test('what is kept is in the file of the workspace, and gone after a reset', async () => {
    const body = 'x,y\r\n';
    await send('PUT /files/table', { type: 'text/csv', body });
    const exported = await exportFrom(portal, key);
    assert.equal((await portal.call('POST /platform/v1/workspace/reset', { key })).status, 204);
    assert.equal((await send('GET /files/table')).text, 'a,b\n');
    assert.equal((await importInto(portal, key, exported)).status, 200);
    assert.equal((await send('GET /files/table')).text, body);
  });
});
