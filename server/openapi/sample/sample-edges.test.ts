import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { documentOf, ref, sampleOf } from '../../testing/sample-of.ts';
import type { Schema } from '../document-types.ts';
import { exampleOf } from '../example-of.ts';

describe('what several variants would take', () => {
  const message: Schema = { type: 'object', properties: { message: { type: 'string', example: 'Full' } } };
  const url: Schema = { type: 'object', properties: { url: { type: 'string' } } };

  test('is one of them alone, by null where only another one says something', () => {
    assert.deepEqual(sampleOf({ oneOf: [message, url] }), { message: 'Full', url: null });
  });

  test('is so inside of lists and objects, too', () => {
    const schema: Schema = { type: 'array', items: { allOf: [{ type: 'object', oneOf: [message, url] }] } };
    assert.deepEqual(sampleOf(schema), [{ message: 'Full', url: null }]);
  });

  test('is a number that is no whole one', () => {
    assert.equal(sampleOf({ oneOf: [{ type: 'number' }, { type: 'integer' }] }), 0.5);
  });

  test('is left out where they are the same', () => {
    const schema: Schema = {
      type: 'object',
      required: ['data', 'included'],
      properties: { data: { type: 'string' }, included: { type: 'array', items: { oneOf: [message, message] } } },
    };
    assert.deepEqual(sampleOf(schema), { data: 'string', included: [] });
  });
});

describe('what nothing can keep', () => {
  const closed = (name: string): Schema => ({
    type: 'object',
    additionalProperties: false,
    required: [name],
    properties: { [name]: { type: 'string' } },
  });
  const impossible: Schema = { allOf: [closed('a'), closed('b')] };

  test('is left out with what holds it, as far as that may go', () => {
    const schema: Schema = {
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: 'string' },
        group: { type: 'object', required: ['a'], properties: { a: impossible } },
      },
    };
    assert.deepEqual(sampleOf(schema), { name: 'string' });
  });

  test('is null where that may be, and an empty list of such', () => {
    const schema: Schema = {
      type: 'object',
      required: ['group', 'groups'],
      properties: { group: { anyOf: [impossible, { type: 'null' }] }, groups: { type: 'array', items: impossible } },
    };
    assert.deepEqual(sampleOf(schema), { group: null, groups: [] });
  });
});

describe('a schema that comes back to itself', () => {
  test('ends where it may', () => {
    const tree: Record<string, Schema> = {
      Node: {
        type: 'object',
        required: ['name', 'children'],
        properties: { name: { type: 'string' }, children: { type: 'array', items: ref('Node') } },
      },
    };
    assert.deepEqual(sampleOf(ref('Node'), tree), { name: 'string', children: [] });
  });

  test('has an end even where its rules know none', () => {
    const endless: Record<string, Schema> = {
      A: { type: 'object', required: ['b'], properties: { b: ref('B') } },
      B: { type: 'object', required: ['a', 'c'], properties: { a: ref('A'), c: ref('A') } },
      Alias: { allOf: [ref('Alias')] },
    };
    for (const name of ['A', 'Alias']) exampleOf(documentOf(endless), ref(name), { direction: 'response' });
  });
});
