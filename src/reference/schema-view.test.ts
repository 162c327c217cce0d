import assert from 'node:assert/strict';
import test from 'node:test';
import type { Schema } from '../documents/operation-data.ts';
import { type Part, partsOf } from './schema-parts.ts';
import { type Schemas, viewSchema } from './schema-view.ts';
import { typeLabel } from './type-label.ts';

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
/** The parts of one group of a schema. */
const partsIn = (
  kind: string,
  schema: Schema,
  schemas: Schemas = {},
  direction: 'request' | 'response' = 'response',
): Part[] =>
  partsOf(viewSchema(schema, schemas), schemas, direction).flatMap((group) => (group.kind === kind ? group.parts : []));

test('allOf is merged into one schema with the properties of all parts', () => {
  const schemas = {
    Base: { type: 'object', properties: { id: { type: 'string', description: 'a' } }, required: ['id'] },
  };
  const { schema } = viewSchema(
    { allOf: [ref('Base'), { properties: { id: { maxLength: 3 }, age: {} }, required: ['age'] }] },
    schemas,
  );
  assert.deepEqual(schema.required, ['id', 'age']);
  assert.deepEqual(viewSchema(schema.properties?.id, schemas).schema, {
    type: 'string',
    description: 'a',
    maxLength: 3,
  });
});

test('a schema that only refers to itself does not loop', () => {
  const schemas = { Loop: ref('Loop'), Tangle: { allOf: [ref('Tangle'), { type: 'object' }] } };
  assert.deepEqual(viewSchema(ref('Loop'), schemas).schema, {});
  assert.equal(viewSchema(ref('Tangle'), schemas).schema.type, 'object');
});

test('types are shown in a few characters', () => {
  const schemas = { Address: { type: 'object', properties: { city: {} } } };
  assert.equal(typeLabel({ type: 'array', items: ref('Address') }, schemas), 'Address[]');
  assert.equal(typeLabel({ type: ['integer', 'null'] }, schemas), 'integer | null');
  assert.equal(
    typeLabel({ oneOf: [{ type: 'string' }, ref('Address'), { type: 'null' }] }, schemas),
    'string | Address | null',
  );
  assert.equal(
    typeLabel({ type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'null' }] } }, schemas),
    '(string | null)[]',
  );
  assert.equal(
    typeLabel({ type: 'array', prefixItems: [{ type: 'integer' }, { type: 'string' }], items: false }, schemas),
    '[integer, string]',
  );
  assert.equal(typeLabel({ type: 'array', items: { type: 'string', format: 'date' } }, schemas), 'string <date>[]');
});

test('the variants of a base schema come from its discriminator, and are not repeated inside a variant', () => {
  const mapping = { dog: '#/components/schemas/Dog' };
  const schemas: Record<string, Schema> = {
    Pet: { type: 'object', properties: { kind: { type: 'string' } }, discriminator: { propertyName: 'kind', mapping } },
    Dog: { allOf: [ref('Pet'), { properties: { barks: { type: 'boolean' } } }] },
  };
  assert.deepEqual(partsIn('oneOf', ref('Pet'), schemas), [
    { kind: 'variant', schema: ref('Dog'), name: 'kind = dog', place: '1' },
  ]);
  assert.deepEqual(
    partsIn('fields', ref('Dog'), schemas).map(({ name }) => name),
    ['kind', 'barks'],
  );
  assert.deepEqual(partsIn('oneOf', ref('Dog'), schemas), []);
});

test('a request has no read-only parts, a response no write-only ones', () => {
  const schema: Schema = { properties: { id: { readOnly: true }, password: { writeOnly: true }, name: {} } };
  const names = (direction: 'request' | 'response') => partsIn('fields', schema, {}, direction).map(({ name }) => name);
  assert.deepEqual(names('request'), ['password', 'name']);
  assert.deepEqual(names('response'), ['id', 'name']);
});
