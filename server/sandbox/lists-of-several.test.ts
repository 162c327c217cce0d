import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const ref = (name: string) => `{$ref: "#/components/schemas/${name}"}`;
const answer = (schema: string) =>
  `responses: {"200": {description: ok, content: {application/json: {schema: ${schema}}}}}`;
const id = 'parameters: [{name: id, in: path, required: true, schema: {type: integer}}]';
const store = (path: string, name: string) => `
  /${path}: {post: {requestBody: {content: {application/json: {schema: ${ref(name)}}}}, ${answer(ref(name))}}}
  /${path}/{id}: {${id}, get: {${answer(ref(name))}}}`;
const kind = (name: string, own: string) => `
    ${name}: {type: object, required: [id], properties: {id: {type: integer, readOnly: true}, folder_id: {type: integer}, ${own}: {type: string}}}`;
const document = `openapi: 3.1.0
info: {title: Shelf, version: "1"}
paths:${store('folders', 'Folder')}${store('files', 'File')}${store('notes', 'Note')}
  /folders/{id}/items: {${id}, get: {${answer(`{type: array, items: {oneOf: [${ref('File')}, ${ref('Note')}]}}`)}}}
components:
  schemas:${kind('Folder', 'title')}${kind('File', 'name')}${kind('Note', 'text')}
`;

describeOnDatabases('a list of records of several kinds', (open) => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({
      open,
      env: { SPECS_PATH: `specs:${writeSpecs({ shelf: { 'openapi.yaml': document, 'seed.yaml': '' } })}` },
    });
  });
  after(() => portal.close());

  test('shows those that name the record above them by a number', async () => {
    const key = await portal.guest();
    const post = async (path: string, body: unknown) =>
      (await portal.call(`POST /sandbox/shelf/${path}`, { key, body })).body;
    const folder = await post('folders', { title: 'Papers' });
    const file = await post('files', { name: 'a', folder_id: folder.id });
    const note = await post('notes', { text: 'b', folder_id: folder.id });
    const { body } = await portal.call(`GET /sandbox/shelf/folders/${folder.id}/items`, { key });
    const shown = body.map((each: { name?: string; text?: string }) => each.name ?? each.text);
    assert.deepEqual(shown, [file.name, note.text]);
  });
});
