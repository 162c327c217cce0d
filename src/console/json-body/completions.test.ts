import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Schema } from '../../documents/operation-data.ts';
import { findCompletions } from './completions.ts';
import { readJsonText } from './json-text.ts';

const schemas: Record<string, Schema> = {
  Address: {
    type: 'object',
    properties: { city: { type: 'string', example: 'Santos' }, state: { enum: ['SP', 'RJ'] } },
  },
};
const schema: Schema = {
  type: 'object',
  required: ['name'],
  properties: {
    note: { type: 'string' },
    name: { type: 'string', example: 'Ana' },
    id: { type: 'string', readOnly: true },
    active: { type: ['boolean', 'null'] },
    addresses: { type: 'array', items: { $ref: '#/components/schemas/Address' } },
  },
};

/** What is proposed at `|`. */
function at(marked: string): string[] {
  const caret = marked.indexOf('|');
  const { place } = readJsonText(marked.replace('|', ''), caret);
  return place ? findCompletions(schema, place, schemas).map(({ text }) => text) : [];
}

test('names that are not there yet are proposed, the required ones first, each with a value', () => {
  assert.deepEqual(at('{ | }'), ['"name": "Ana"', '"note": ""', '"active": false', '"addresses": []']);
  assert.deepEqual(at('{"name": "x", "n|"}'), ['"note": ""', '"active": false'].slice(0, 1));
  assert.deepEqual(at('{"n|": 1}'), ['"name"', '"note"']);
});

test('allowed values are proposed where they belong', () => {
  assert.deepEqual(at('{"active": |}'), ['true', 'false', 'null']);
  assert.deepEqual(at('{"addresses": [{"state": "r|"}]}'), ['"RJ"']);
  assert.deepEqual(at('{"addresses": [{"c|'), ['"city": "Santos"']);
  assert.deepEqual(at('{"unknown": |}'), []);
});
