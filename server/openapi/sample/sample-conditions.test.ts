import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { documentOf, ref, sampleOf } from '../../testing/sample-of.ts';
import type { Schema } from '../document-types.ts';
import { exampleOf } from '../example-of.ts';

const text: Schema = { type: 'string' };
const whole: Schema = { type: 'integer' };
/** An object that must have these properties. */
const having = (properties: Record<string, Schema>, more: Schema = {}): Schema => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
  ...more,
});
/** What holds of a value that obeys a schema, and of one that does not. */
const given = (condition: Schema, yes: Schema, no: Schema = {}): Schema =>
  Object.fromEntries([
    ['if', condition],
    ['then', yes],
    ['else', no],
  ]);
const isB: Schema = { properties: { mode: { const: 'b' } }, required: ['mode'] };

describe('a sample obeys what depends on it', () => {
  for (const [what, schema] of [
    ['what a property requires', having({ card: text }, { dependentRequired: { card: ['billing'] } })],
    [
      'what a property brings with it',
      {
        type: 'object',
        properties: { card: text },
        dependentSchemas: { card: { required: ['billing'], properties: { billing: whole } } },
        unevaluatedProperties: false,
      },
    ],
    ['`then`', having({ mode: { enum: ['b', 'a'] } }, given(isB, having({ extra: whole })))],
    ['`else`', having({ mode: { enum: ['a', 'b'] } }, given(isB, {}, having({ note: whole })))],
    [
      'a condition that narrows a property',
      having({ mode: { enum: ['b'] }, zip: text }, given(isB, { properties: { zip: { pattern: '^[0-9]{5}$' } } })),
    ],
    [
      'one of several conditions',
      having(
        { mode: { enum: ['b', 'c'] } },
        {
          allOf: [
            given({ properties: { mode: { const: 'c' } } }, having({ c: text })),
            given(isB, having({ b: whole })),
          ],
        },
      ),
    ],
    ['a value that is excluded', { type: 'string', enum: ['a', 'b'], not: { const: 'a' } }],
    [
      'properties that exclude each other',
      { type: 'object', properties: { a: text, b: text }, not: { required: ['a', 'b'] } },
    ],
    ['a type that is excluded', { not: { type: ['string', 'null'] } }],
    ['numbers that are excluded', { type: 'integer', not: { maximum: 10 } }],
    ['what a list contains', { type: 'array', items: whole, contains: { minimum: 10 } }],
    [
      'how much of it a list contains',
      { type: 'array', minItems: 4, items: whole, contains: { minimum: 10 }, minContains: 2, maxContains: 3 },
    ],
    ['items after the fixed ones', { type: 'array', minItems: 3, prefixItems: [text], unevaluatedItems: whole }],
    [
      'names of a format',
      { type: 'object', minProperties: 2, propertyNames: { format: 'uuid' }, additionalProperties: text },
    ],
    [
      'names of a list',
      { type: 'object', minProperties: 2, propertyNames: { enum: ['a', 'b'] }, additionalProperties: whole },
    ],
    ['names of one length', { type: 'object', minProperties: 3, propertyNames: { pattern: '^[a-z]{2}$' } }],
    [
      'several names of a pattern',
      { type: 'object', minProperties: 3, patternProperties: { '^x_[a-z]+$': text }, additionalProperties: false },
    ],
    ['the most properties', { type: 'object', maxProperties: 1, properties: { a: text, b: text } }],
    [
      'both of two choices',
      {
        allOf: [
          { oneOf: [having({ a: text }), having({ b: text })] },
          { oneOf: [having({ c: text }), having({ d: text })] },
        ],
      },
    ],
  ] as [string, Schema][])
    test(what, () => void sampleOf(schema));
});

test('an example beside a reference is nearer than that of its target', () => {
  const schemas: Record<string, Schema> = { Number: { type: 'number', example: 3 } };
  assert.equal(sampleOf({ ...ref('Number'), minimum: 51, examples: [55] }, schemas), 55);
});

test('a text that holds JSON is JSON, and one in Base64 is that', () => {
  const content = { type: 'object', required: ['a'], properties: { a: whole } };
  assert.equal(sampleOf({ type: 'string', contentMediaType: 'application/json', contentSchema: content }), '{"a":0}');
  assert.match(String(sampleOf({ type: 'string', contentEncoding: 'base64' })), /^[\w+/]+=*$/);
});

test('conditions that lead to each other end', () => {
  const endless: Schema = {
    type: 'object',
    properties: { next: ref('Endless') },
    ...given({}, { required: ['next'] }),
  };
  exampleOf(documentOf({ Endless: endless }), ref('Endless'), { direction: 'response' });
});
