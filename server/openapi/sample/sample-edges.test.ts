import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { documentOf, ref, sampleOf } from '../../testing/sample-of.ts';
import type { Schema } from '../document-types.ts';
import { exampleOf } from '../example-of.ts';

describe('a value that several variants accept', () => {
  const message: Schema = { type: 'object', properties: { message: { type: 'string', example: 'Full' } } };
  const url: Schema = { type: 'object', properties: { url: { type: 'string' } } };

  test('is changed to match one alone, with null for the properties of another', () => {
    assert.deepEqual(sampleOf({ oneOf: [message, url] }), { message: 'Full', url: null });
  });

  test('is changed inside lists and objects, too', () => {
    const schema: Schema = { type: 'array', items: { allOf: [{ type: 'object', oneOf: [message, url] }] } };
    assert.deepEqual(sampleOf(schema), [{ message: 'Full', url: null }]);
  });

  test('is a fraction where one variant is an integer', () => {
    assert.equal(sampleOf({ oneOf: [{ type: 'number' }, { type: 'integer' }] }), 0.5);
  });

  test('is omitted if the variants are identical', () => {
    const schema: Schema = {
      type: 'object',
      required: ['data', 'included'],
      properties: { data: { type: 'string' }, included: { type: 'array', items: { oneOf: [message, message] } } },
    };
    assert.deepEqual(sampleOf(schema), { data: 'Data', included: [] });
  });
});

describe('a schema that no value satisfies', () => {
  const closed = (name: string): Schema => ({
    type: 'object',
    additionalProperties: false,
    required: [name],
    properties: { [name]: { type: 'string' } },
  });
  const impossible: Schema = { allOf: [closed('a'), closed('b')] };

  test('is omitted together with its optional container', () => {
    const schema: Schema = {
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: 'string' },
        group: { type: 'object', required: ['a'], properties: { a: impossible } },
      },
    };
    assert.deepEqual(sampleOf(schema), { name: 'Name' });
  });

  test('becomes null or an empty list where that is allowed', () => {
    const schema: Schema = {
      type: 'object',
      required: ['group', 'groups'],
      properties: { group: { anyOf: [impossible, { type: 'null' }] }, groups: { type: 'array', items: impossible } },
    };
    assert.deepEqual(sampleOf(schema), { group: null, groups: [] });
  });
});

describe('a recursive schema', () => {
  test('that requires itself twice, which no value satisfies, ends', () => {
    const node: Schema = { type: 'object', required: ['l', 'r'], properties: { l: ref('Node'), r: ref('Node') } };
    const document = documentOf({ Node: node });
    assert.ok(JSON.stringify(exampleOf(document, ref('Node'), { direction: 'response' })).length < 1_000_000);
  });

  test('ends as soon as it can', () => {
    const tree: Record<string, Schema> = {
      Node: {
        type: 'object',
        required: ['name', 'children'],
        properties: { name: { type: 'string' }, children: { type: 'array', items: ref('Node') } },
      },
    };
    assert.deepEqual(sampleOf(ref('Node'), tree), { name: 'Node', children: [] });
  });

  test('ends even if its rules require infinite depth', () => {
    const endless: Record<string, Schema> = {
      A: { type: 'object', required: ['b'], properties: { b: ref('B') } },
      B: { type: 'object', required: ['a', 'c'], properties: { a: ref('A'), c: ref('A') } },
      Alias: { allOf: [ref('Alias')] },
    };
    for (const name of ['A', 'Alias']) exampleOf(documentOf(endless), ref(name), { direction: 'response' });
  });
});
