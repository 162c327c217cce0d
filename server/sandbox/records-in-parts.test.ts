import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const ref = (name: string) => `{$ref: "#/components/schemas/${name}"}`;
const ok = (schema: string, status = 200) =>
  `responses: {"${status}": {description: ok, content: {application/json: {schema: ${schema}}}}}`;
const text = '{type: string}';
const object = (properties: string) => `{type: object, properties: {${properties}}}`;
const sent = (properties: string, type = 'application/json') =>
  `requestBody: {content: {${type}: {schema: ${object(properties)}}}}`;
const entries = (item: string) => object(`entries: {type: array, items: ${item}}, total_count: {type: integer}`);
const parent = `parent: ${object(`id: ${text}`)}`;
const item = (path: string, name: string) => `
  /${path}/{id}:
    parameters: [{name: id, in: path, required: true, schema: ${text}}]
    get: {${ok(ref(name))}}
    delete: {responses: {"204": {description: gone}}}`;
const below = (path: string, list: string) => `
  ${path}:
    parameters: [{name: id, in: path, required: true, schema: ${text}}]
    get: {parameters: [{name: limit, in: query, schema: {type: integer}}, {name: offset, in: query, schema: {type: integer}}, {name: marker, in: query, schema: ${text}}], ${ok(list)}}`;
const kind = (name: string, own: string) => `
    ${name}Mini: {type: object, required: [id, type], properties: {id: ${text}, type: {type: string, enum: [${name.toLowerCase()}]}, name: ${text}}}
    ${name}: {allOf: [${ref(`${name}Mini`)}, ${object(own)}]}
    ${name}Full: {allOf: [${ref(name)}, ${object(`tags: {type: array, items: ${text}}`)}]}`;

/** Lists show less of a record than its own address, and records of several kinds; a file comes in a form with what is said of it. */
const document = `openapi: 3.1.0
info: {title: Shelf, version: "1"}
paths:${item('files', 'FileFull')}${item('folders', 'FolderFull')}${item('comments', 'CommentFull')}
  /folders:
    post: {${sent(`name: ${text}, ${parent}`)}, ${ok(ref('FolderFull'), 201)}}
  /comments:
    post: {${sent(`message: ${text}, item: ${object(`id: ${text}, type: {type: string, enum: [file]}`)}`)}, ${ok(ref('Comment'), 201)}}
  /files/content:
    post: {${sent(`attributes: ${object(`name: ${text}, ${parent}`)}, file: {type: string, format: binary}`, 'multipart/form-data')}, ${ok(entries(ref('File')), 201)}}
${below('/folders/{id}/items', entries(`{oneOf: [${ref('FileMini')}, ${ref('FolderMini')}]}`))}
${below('/files/{id}/comments', entries(ref('Comment')))}
components:
  schemas:${kind('File', `size: {type: integer}, parent: ${ref('FolderMini')}`)}${kind('Folder', `parent: ${ref('FolderMini')}`)}
    Comment: {type: object, properties: {id: ${text}, message: ${text}, item: {allOf: [${object(`id: ${text}, type: ${text}`)}, {description: The file that it is about}]}}}
    CommentFull: {allOf: [${ref('Comment')}, ${object(`tagged: ${text}`)}]}
`;

describeOnDatabases('records of which some addresses show less', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    const specs = writeSpecs({ shelf: { 'openapi.yaml': document, 'seed.yaml': '' } });
    portal = await startTestPortal({ open, env: { SPECS_PATH: `specs:${specs}` } });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = async (request: string, body?: unknown) =>
    (await portal.call(request.replace(' /', ' /sandbox/shelf/'), { key, body })).body;
  const upload = async (name: string, folder: string) => {
    const part = (head: string, body: string) => `--x\r\ncontent-disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
    const attributes = part('name="attributes"', JSON.stringify({ name, parent: { id: folder } }));
    const body = `${attributes}${part('name="file"; filename="blob"', 'text')}--x--\r\n`;
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    return (await portal.call('POST /sandbox/shelf/files/content', { key, body, headers })).body.entries[0];
  };

  test('are created by an upload that answers a list of one, by what is sent beside the file', async () => {
    const { id } = await call('POST /folders', { name: 'Papers' });
    const file = await upload('a.txt', id);
    assert.deepEqual([file.name, file.size, file.parent.id], ['a.txt', 4, id]);
    const read = await call(`GET /files/${file.id}`);
    assert.deepEqual([read.id, read.name, read.parent.id], [file.id, 'a.txt', id]);
  });

  test('are listed below the record that they name, together with those of other kinds', async () => {
    const folder = await call('POST /folders', { name: 'Papers' });
    const inner = await call('POST /folders', { name: 'Old', parent: { id: folder.id } });
    const file = await upload('b.txt', folder.id);
    const list = await call(`GET /folders/${folder.id}/items`);
    assert.deepEqual(list, {
      entries: [
        { id: inner.id, type: 'folder', name: 'Old' },
        { id: file.id, type: 'file', name: 'b.txt' },
      ],
      total_count: 2,
    });
    assert.deepEqual((await call(`GET /folders/${folder.id}/items?limit=1&offset=1`)).entries, [list.entries[1]]);
    await call(`DELETE /files/${file.id}`);
    assert.deepEqual((await call(`GET /folders/${folder.id}/items`)).entries, [list.entries[0]]);
    assert.deepEqual((await call(`GET /folders/${inner.id}/items`)).entries, []);
  });

  test('are listed below the record that a reference of any type names', async () => {
    const file = await upload('c.txt', '0');
    const other = await upload('d.txt', '0');
    const comment = await call('POST /comments', { message: 'Good', item: { id: file.id, type: 'file' } });
    assert.deepEqual((await call(`GET /files/${file.id}/comments`)).entries, [comment]);
    assert.deepEqual((await call(`GET /files/${other.id}/comments`)).entries, []);
    assert.equal((await call(`GET /comments/${comment.id}`)).message, 'Good');
  });
});
