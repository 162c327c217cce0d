import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { writeSpec } from '../../testing/test-specs.ts';
import { loadApi } from '../load-api.ts';

const title = 'info: {title: Agenda, version: "1"}';
const to = (section: string) => `{$ref: "#/components/${section}/Gone"}`;
const schema = to('schemas');

/** What is left of an operation that has only this. */
async function left(operation: string, more = '') {
  const written = `openapi: 3.1.0\n${title}\npaths:\n  /good: {get: {responses: {"200": {description: ok}}}}\n  /a:\n    post: ${operation}\n${more}`;
  const { document, faults } = await loadApi(writeSpec(written));
  return { operation: document.paths?.['/a']?.post as object, document, faults };
}

const body = (own: string) =>
  `{requestBody: {content: {application/json: {schema: ${own}}}}, responses: {"200": {description: ok}}}`;
const answer = (response: string) => `{responses: {"200": ${response}, "404": {description: none}}}`;
const ok = { description: 'ok' };
const none = { 404: { description: 'none' } };

const ofSchemas: [what: string, schema: string, left: object][] = [
  ['allows everything', schema, {}],
  [
    'keeps what stands beside it',
    `{description: x, properties: {a: ${schema}}}`,
    { description: 'x', properties: { a: {} } },
  ],
  ['is no choice, where there are others', `{oneOf: [${schema}, {type: string}]}`, { oneOf: [{ type: 'string' }] }],
  ['is no choice, where there are no others', `{type: object, anyOf: [${schema}, ${schema}]}`, { type: 'object' }],
  ['forbids nothing', `{not: ${schema}, items: {if: ${schema}, minLength: 1}}`, { items: { minLength: 1 } }],
];

const ofOperations: [what: string, operation: string, left: object][] = [
  ['a response', answer(to('responses')), { responses: none }],
  ['the only response', `{responses: {"200": ${to('responses')}}}`, { responses: { default: { description: '' } } }],
  [
    'a parameter',
    `{parameters: [${to('parameters')}], responses: {"404": {description: none}}}`,
    { parameters: [], responses: none },
  ],
  [
    'a header',
    answer(`{description: ok, headers: {a: ${to('headers')}}}`),
    { responses: { 200: { ...ok, headers: {} }, ...none } },
  ],
  [
    'a link',
    answer(`{description: ok, links: {a: ${to('links')}}}`),
    { responses: { 200: { ...ok, links: {} }, ...none } },
  ],
  [
    'an example',
    answer(`{description: ok, content: {a/b: {examples: {a: ${to('examples')}, b: {value: 1}}}}}`),
    { responses: { 200: { ...ok, content: { 'a/b': { examples: { b: { value: 1 } } } } }, ...none } },
  ],
  ['a body', `{requestBody: ${to('requestBodies')}, responses: {"404": {description: none}}}`, { responses: none }],
  [
    'a callback',
    `{callbacks: {a: ${to('callbacks')}}, responses: {"404": {description: none}}}`,
    { callbacks: {}, responses: none },
  ],
];

describe('a reference that leads nowhere costs the least', () => {
  for (const [what, own, wanted] of ofSchemas)
    test(`a schema ${what}`, async () => {
      const { operation, faults } = await left(body(own));
      const { requestBody } = operation as { requestBody: { content: Record<string, { schema: object }> } };
      assert.deepEqual(requestBody.content['application/json']?.schema, wanted);
      assert.ok(faults.length > 0);
      for (const { line, leftOut } of faults) assert.deepEqual([line, leftOut], [6, 'part']);
    });

  for (const [what, own, wanted] of ofOperations)
    test(`of an operation, ${what}`, async () => {
      const { operation, faults } = await left(own);
      const { operationId: _, ...rest } = operation as Record<string, unknown>;
      assert.deepEqual(rest, wanted);
      assert.deepEqual(
        faults.map(({ line, operation: of, leftOut }) => [line, of, leftOut]),
        [[6, 'POST /a', 'part']],
      );
    });

  test('of what refers to a schema with such a reference, nothing', async () => {
    const far = `components: {schemas: {Far: {properties: {near: {$ref: "#/components/schemas/Near"}}}, Near: {$ref: ./near.yaml}}}\n`;
    const { document, faults } = await left(body('{$ref: "#/components/schemas/Far"}'), far);
    assert.deepEqual(document.components?.schemas?.Near, {});
    assert.deepEqual(
      faults.map(({ line, message }) => [line, message.en]),
      [[7, 'The reference ./near.yaml points outside the document, to a file that is not there: near.yaml.']],
    );
  });

  test('of what refers to a response with such a reference, the response', async () => {
    const far = `components: {responses: {Far: {$ref: "#/components/responses/Near"}, Near: ${to('responses')}}}\n`;
    const { operation, faults } = await left(answer('{$ref: "#/components/responses/Far"}'), far);
    assert.deepEqual((operation as { responses: object }).responses, none);
    assert.deepEqual(
      faults.map(({ line, message }) => [line, message.en]),
      [
        [6, 'The target of #/components/responses/Far has a fault.'],
        [7, 'The reference #/components/responses/Gone has no target.'],
        [7, 'The target of #/components/responses/Near has a fault.'],
      ],
    );
  });
});
