import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const ref = (name: string) => `{$ref: "#/components/schemas/${name}"}`;
const list = (items: string) =>
  `{type: object, properties: {data: {type: array, items: ${items}}, has_more: {type: boolean}}}`;
const ok = (schema: string) =>
  `responses: {"200": {description: ok, content: {application/json: {schema: ${schema}}}}}`;
const query = (...names: string[]) =>
  names.map((name) => `{name: ${name}, in: query, schema: {type: ${name === 'limit' ? 'integer' : 'string'}}}`);
const crud = (path: string, description: string, parameters: string[]) => `
  /${path}:
    get: {description: "${description}", parameters: [${parameters}], ${ok(list(ref('Note')))}}
    post: {requestBody: {content: {application/json: {schema: ${ref('Note')}}}}, ${ok(ref('Note'))}}
  /${path}/{id}: {parameters: [{name: id, in: path, required: true, schema: {type: string}}], get: {${ok(ref('Note'))}}}`;

const document = `openapi: 3.1.0
info: {title: Notes, version: "1"}
paths:${crud('notes', 'Lists notes, with the most recent notes appearing first.', query('limit', 'starting_after', 'ending_before', 'text'))}
${crud('memos', 'Memos, from newest to oldest', query('limit', 'cursor'))}
${crud('facts', 'The most recent facts of the first day', query('limit'))}
components:
  schemas:
    Note: {type: object, required: [id], properties: {id: {type: string, readOnly: true}, text: {type: string}}}
`;

describeOnDatabases('lists of which the document says that the newest come first', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    const specs = writeSpecs({ notes: { 'openapi.yaml': document, 'seed.yaml': '' } });
    portal = await startTestPortal({ open, env: { SPECS_PATH: `specs:${specs}` } });
    key = await portal.guest();
    for (const path of ['notes', 'memos', 'facts'])
      for (const text of ['a', 'b', 'c', 'd', 'e'])
        await portal.call(`POST /sandbox/notes/${path}`, { key, body: { text } });
  });
  after(() => portal.close());

  const get = async (path: string) => (await portal.call(`GET /sandbox/notes/${path}`, { key })).body;
  const texts = ({ data }: { data: { text: string }[] }) => data.map(({ text }) => text).join('');

  test('begin with the record that was created last', async () => {
    assert.equal(texts(await get('notes')), 'edcba');
    assert.equal(texts(await get('memos?limit=2')), 'ed');
    assert.equal(texts(await get('notes?text=c')), 'c');
  });

  test('are walked in both directions', async () => {
    const page = await get('notes?limit=2');
    const next = await get(`notes?limit=2&starting_after=${page.data[1].id}`);
    assert.equal(texts(next) + next.has_more, 'cbtrue');
    const last = await get(`notes?limit=2&starting_after=${next.data[1].id}`);
    assert.equal(texts(last) + last.has_more, 'afalse');
    assert.equal(texts(await get(`notes?limit=2&ending_before=${last.data[0].id}`)), 'cb');
  });

  test('are in the order of creation, where no description says otherwise', async () => {
    assert.equal(texts(await get('facts')), 'abcde');
  });
});
