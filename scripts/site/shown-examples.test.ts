import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OpenApiDocument } from '../../server/openapi/document-types.ts';
import { liftDocument } from '../../server/openapi/lift-document.ts';
import { firstOperation, operationWith, renderOperation, textOf } from '../testing/render/render-operation.ts';

const text = { type: 'string' };

/** The HTML of a document's only operation, at `/a`. */
function page(operation: object, { openapi = '3.1.0', method = 'post' } = {}): string {
  const responses = { '200': { description: 'OK' } };
  const document = {
    openapi,
    info: { title: 'A', version: '1' },
    paths: { '/a': { [method]: { responses, ...operation } } },
  };
  return renderOperation(firstOperation(liftDocument(document) as OpenApiDocument));
}

test('named examples of bodies are there to choose from, each with what is said of it', () => {
  const examples = {
    small: { summary: 'A small one', description: 'What *few* send.', value: { name: 'S' } },
    large: { value: { name: 'L' } },
    elsewhere: { summary: 'Kept elsewhere', externalValue: 'https://a.example/value.json' },
    unsafe: { externalValue: 'javascript:alert(1)' },
  };
  const content = { 'application/json': { schema: { type: 'object' }, examples } };
  const html = page({ requestBody: { content }, responses: { '200': { description: 'OK', content } } });
  const said = textOf(html);
  assert.match(said, /Body examples A small one What few send\. \{ "name" : "S" \}.* large \{ "name" : "L" \}/);
  assert.match(html, /<a href="https:\/\/a\.example\/value\.json"[^>]*>Open the example/);
  assert.doesNotMatch(html, /href="javascript:/);
  assert.equal(html.split('What <em>few</em> send.').length - 1, 2);
});

test('a single named example has its text, too', () => {
  const content = {
    'application/json': { examples: { one: { summary: 'The only one', description: 'Why so.', value: 1 } } },
  };
  assert.match(textOf(page({ requestBody: { content } })), /Body examples The only one Why so\. 1/);
});

test('an example of 3.2 has its data, and how they are sent', () => {
  const examples = { both: { dataValue: { a: 1 }, serializedValue: 'a=1' } };
  const parameters = [{ name: 'filter', in: 'query', schema: { type: 'object' }, examples }];
  const content = { 'application/x-www-form-urlencoded': { schema: { type: 'object' }, examples } };
  const said = textOf(page({ parameters, requestBody: { content } }, { openapi: '3.2.0' }));
  assert.match(said, /filter object Example \{"a":1\} → a=1 both/);
  assert.match(said, /Body examples .*\{ "a" : 1 \} .*a=1/);
});

test('examples of parameters are shown as they are, 0 and several named ones as well', () => {
  const parameters = [
    { name: 'zero', in: 'query', required: true, example: 0, schema: { type: 'integer', default: 9 } },
    { name: 'size', in: 'query', required: true, schema: { type: 'integer', default: 20 } },
    { name: 'own', in: 'query', schema: { ...text, examples: ['of the schema'] } },
    {
      name: 'sort',
      in: 'query',
      schema: text,
      examples: { up: { summary: 'Upwards', value: 'name,asc' }, down: { value: 'x' } },
    },
    { name: 'after', in: 'query', schema: { anyOf: [{ ...text, format: 'date-time' }, { type: 'null' }] } },
  ];
  const said = textOf(page({ parameters }, { method: 'get' }));
  assert.match(said, /zero integer required default 9 Example 0/);
  assert.match(said, /size integer required default 20 Example 20/);
  assert.match(said, /own string Example of the schema/);
  assert.match(said, /sort string Examples name,asc Upwards x down/);
  assert.match(said, /after string <date-time> \| null/);
});

test('a stream shows each of its items', () => {
  const itemSchema = { type: 'object', properties: { event: { ...text, description: 'What happened.' } } };
  const content = { 'text/event-stream': { itemSchema } };
  const said = textOf(
    page({ responses: { '200': { description: 'OK', content } } }, { openapi: '3.2.0', method: 'get' }),
  );
  assert.match(said, /text\/event-stream each item of the stream object event string What happened\./);
});

test('an answer of any type has its fields and an example in JSON', () => {
  const schema = { type: 'array', items: { type: 'object', properties: { title: text } } };
  const said = textOf(
    page({ responses: { '200': { description: 'OK', content: { '*/*': { schema } } } } }, { method: 'get' }),
  );
  assert.match(said, /object\[\] title string .*\[ \{ "title" : "[A-Z][a-z ]+" \} \]/);
});

test('XML says how it is written, JSON does not', () => {
  const schema = {
    type: 'object',
    xml: { name: 'book', prefix: 'b', namespace: 'https://a.example' },
    properties: {
      isbn: { ...text, xml: { attribute: true } },
      by: { type: 'array', xml: { wrapped: true }, items: { ...text, xml: { name: 'author' } } },
    },
  };
  const said = textOf(renderOperation(operationWith(schema, {}, 'application/xml')));
  assert.match(
    said,
    /XML <b:book> xmlns:b="https:\/\/a\.example" isbn string XML attribute by string\[\] XML items inside one element, each item in <author>/,
  );
  assert.doesNotMatch(textOf(renderOperation(operationWith(schema))), /xmlns/);
});

test('a long enum folds, with all its values in the page', () => {
  const values = Array.from({ length: 400 }, (_, index) => `CODE_${index}`);
  const parameters = [{ name: 'code', in: 'query', schema: { ...text, deprecated: true, enum: values } }];
  const html = page({ parameters }, { method: 'get' });
  assert.match(textOf(html), /code string deprecated Values CODE_0 CODE_1 .*376 more values .*CODE_399/);
  assert.ok(html.indexOf('<details>') < html.indexOf('CODE_24'));
  assert.ok(html.length < 8_000, String(html.length));
});

test('deep levels are in the page, folded, down to where they are rendered when they are opened', () => {
  let schema: object = { ...text, description: 'The bottom.' };
  for (let level = 12; level > 0; level--) schema = { type: 'object', properties: { [`level${level}`]: schema } };
  const html = page({ requestBody: { content: { 'application/json': { schema } } } });
  assert.match(html, /id="body\.level1\.level2\.level3"/);
  assert.equal(html.match(/SchemaTree-nested" open/g)?.length, 1);
});
