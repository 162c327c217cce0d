import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const integer = '{type: integer}';
const uri = '{type: string, format: uri, example: "https://example.org/2"}';
const parameters = (...names: string[]) =>
  `[${names.map((name) => `{name: ${name}, in: query, schema: ${name === 'cursor' ? '{type: string}' : integer}}`).join(', ')}]`;
const A = '{$ref: "#/components/schemas/A"}';
const list = (path: string, asked: string, schema: string, headers = '{}') => `  /${path}:
    get:
      parameters: ${asked}
      responses: {"200": {description: ok, headers: ${headers}, content: {application/json: {schema: ${schema}}}}}
    post:
      requestBody: {content: {application/json: {schema: ${A}}}}
      responses: {"201": {description: ok, content: {application/json: {schema: ${A}}}}}`;
const wrapper = (required: string, beside: string) =>
  `{type: object, required: [data, ${required}], properties: {data: {type: array, items: ${A}}, ${beside}}}`;

const document = `openapi: 3.1.0
info: {title: Ends, version: "1"}
paths:
${list(
  'pages',
  parameters('page', 'per_page'),
  wrapper(
    'next_page, next, links, maybe, previous',
    `next_page: {type: integer, example: 2}, next: ${uri}, prev_page: ${integer}, previous: {type: object, required: [href], properties: {href: ${uri}}}, links: {type: object, required: [next], properties: {next: ${uri}, maybe: ${uri}}}, maybe: {type: string, minLength: 3}`,
  ),
)}
${list('cursors', parameters('cursor', 'limit'), wrapper('next_cursor', 'next_cursor: {type: string, minLength: 1}'))}
${list('nulls', parameters('page', 'per_page'), wrapper('next', `next: {anyOf: [${uri}, {type: "null"}]}`))}
${list(
  'bare',
  parameters('page', 'per_page'),
  `{type: array, items: ${A}}`,
  '{X-Next-Page: {required: true, schema: {type: integer}, example: 2}, X-Prev-Page: {schema: {type: integer}}}',
)}
components: {schemas: {A: {type: object, properties: {id: {type: string}, name: {type: string}}}}}
`;

describeOnDatabases('the end of a list', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    const specs = writeSpecs({ ends: { 'openapi.yaml': document, 'seed.yaml': '' } });
    portal = await startTestPortal({ open, env: { SPECS_PATH: `specs:${specs}` } });
    key = await portal.guest();
    for (const each of ['pages', 'cursors', 'nulls', 'bare'])
      for (const name of ['a', 'b', 'c']) await portal.call(`POST /sandbox/ends/${each}`, { key, body: { name } });
  });
  after(() => portal.close());
  const get = (address: string) => portal.call(`GET /sandbox/ends/${address}`, { key });

  for (const page of [2, 9])
    test(`page ${page} of 2 has no mark of a next page, though it is required and has an example`, async () => {
      const { next_page, next, links, maybe } = (await get(`pages?per_page=2&page=${page}`)).body;
      assert.deepEqual({ next_page, next, links }, { next_page: undefined, next: '', links: { next: '' } });
      assert.ok(maybe.length >= 3, 'what is no mark is repaired');
      assert.equal((await get(`nulls?per_page=2&page=${page}`)).body.next, null);
      assert.equal((await get(`bare?per_page=2&page=${page}`)).headers['x-next-page'], undefined);
    });

  test('pages before the end have the number and the address of the next, and of the one before', async () => {
    const { next_page, next, links, prev_page, previous } = (await get('pages?per_page=1&page=2')).body;
    assert.deepEqual([next_page, prev_page], [3, 1]);
    assert.match(next, /page=3/);
    assert.match(previous.href, /page=1/);
    assert.equal(links.next, next);
    const { headers } = await get('bare?per_page=1&page=2');
    assert.deepEqual([headers['x-next-page'], headers['x-prev-page']], ['3', '1']);
    assert.equal((await get('pages?per_page=1&page=1')).body.previous, undefined);
  });

  test('a cursor that may not be empty is empty at the end', async () => {
    const { data, next_cursor } = (await get('cursors?limit=2')).body;
    assert.equal(data.length, 2);
    const last = (await get(`cursors?limit=2&cursor=${next_cursor}`)).body;
    assert.deepEqual([last.data.length, last.next_cursor], [1, '']);
  });
});
