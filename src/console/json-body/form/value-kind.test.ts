import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Schema } from '../../../documents/operation-data.ts';
import { kindOfValue, nameOfVariant, nearestVariant } from './value-kind.ts';

const schemas: Record<string, Schema> = {
  Cat: { type: 'object', required: ['lives'], properties: { lives: { type: 'integer' } } },
  Dog: {
    type: 'object',
    required: ['barks'],
    properties: { barks: { type: 'boolean' }, id: { type: 'string', readOnly: true } },
  },
};
const cat: Schema = { $ref: '#/components/schemas/Cat' };
const dog: Schema = { $ref: '#/components/schemas/Dog' };
const kind = (schema: Schema, value?: unknown) => kindOfValue(schema, value, schemas, 0);

test('each value has the control that fits it', () => {
  assert.equal(kind({ type: ['string', 'null'] }).kind, 'text');
  assert.equal(kind({ type: 'integer' }).kind, 'number');
  assert.deepEqual(kind({ type: 'boolean' }), { kind: 'choice', choices: [true, false] });
  assert.equal(kind({ enum: ['a'] }).kind, 'choice');
  assert.equal(kind({ type: 'array', items: { type: 'string' } }).kind, 'list');
  for (const schema of [{}, { type: 'object' }, { type: 'array' }, { type: ['string', 'integer'] }])
    assert.equal(kind(schema).kind, 'json');
  assert.equal(kind({ type: 'string' }, { a: 1 }).kind, 'json');
});

test('members that only answers have are not asked for, unless they are there', () => {
  const names = (value: unknown) => {
    const found = kind(dog, value);
    return found.kind === 'object' ? found.properties.map(([name]) => name) : [];
  };
  assert.deepEqual(names({}), ['barks']);
  assert.deepEqual(names({ id: 'x' }), ['barks', 'id']);
});

test('of variants the one that fits is chosen, and a value that may be null is no choice', () => {
  const found = kind({ oneOf: [cat, dog] });
  assert.equal(found.kind === 'variants' && nearestVariant(found.variants, { barks: true }, schemas), 1);
  assert.equal(nameOfVariant(dog, schemas, 1), 'Dog');
  assert.equal(
    kind({
      oneOf: [
        { type: 'string', minLength: 11 },
        { type: 'string', minLength: 14 },
      ],
    }).kind,
    'text',
  );
  assert.equal(kind({ anyOf: [cat, { type: 'null' }] }).kind, 'object');
});
