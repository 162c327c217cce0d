import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { OpenApiDocument, Schema } from '../document-types.ts';
import { type Direction, exampleOf } from '../example-of.ts';
import { validatorOf } from '../validator.ts';

const documentOf = (schemas: Record<string, Schema> = {}): OpenApiDocument => ({
  openapi: '3.1.0',
  info: { title: 'A', version: '1' },
  components: { schemas },
});

/** The sample of a schema, which has to keep its rules. */
function sampleOf(schema: Schema, schemas?: Record<string, Schema>, direction: Direction = 'response'): unknown {
  const document = documentOf(schemas);
  const sample = exampleOf(document, schema, { direction });
  assert.deepEqual(validatorOf(document)[direction](schema, sample), [], JSON.stringify(sample));
  return sample;
}

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

describe('a sample keeps the rules of its schema', () => {
  for (const [what, schema] of [
    ['a text as long as it has to be', { type: 'string', minLength: 12, maxLength: 14 }],
    ['a text shorter than the usual one', { type: 'string', maxLength: 3 }],
    ['a text of a pattern', { type: 'string', pattern: '^[A-Z]{3}-\\d{4}$' }],
    ['a text of a pattern that is only good without Unicode', { type: 'string', pattern: '^\\$\\{P\\.[a-z]+}$' }],
    [
      'a text of a pattern, as long as it has to be',
      { type: 'string', pattern: '^[a-f0-9]+$', minLength: 24, maxLength: 24 },
    ],
    [
      'a text of a pattern that is much longer than the pattern asks for',
      { type: 'string', pattern: '^arn:(aws|aws\\-cn):osis:.+:pipeline\\/.+$', minLength: 46, maxLength: 76 },
    ],
    ['a number above an open bound', { type: 'number', exclusiveMinimum: 0, maximum: 0.5 }],
    ['a whole number below zero', { type: 'integer', maximum: -10, multipleOf: 4 }],
    ['a number of tenths', { type: 'number', minimum: 0.3, multipleOf: 0.1 }],
    ['a set of allowed values', { type: 'array', minItems: 3, uniqueItems: true, items: { enum: ['a', 'b', 'c'] } }],
    ['a set of numbers', { type: 'array', minItems: 3, uniqueItems: true, items: { type: 'integer' } }],
    [
      'a set of objects',
      {
        type: 'array',
        minItems: 2,
        uniqueItems: true,
        items: { type: 'object', properties: { n: { type: 'integer' } }, required: ['n'] },
      },
    ],
    ['a tuple', { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }], items: false }],
    [
      'an object with names of a pattern',
      {
        type: 'object',
        minProperties: 1,
        patternProperties: { '^x-[a-z]+$': { type: 'integer' } },
        additionalProperties: false,
      },
    ],
    [
      'an object with a property that nothing describes',
      { type: 'object', required: ['a'], additionalProperties: { type: 'boolean' } },
    ],
    ['parts that add rules to each other', { allOf: [{ type: 'string', minLength: 8 }, { maxLength: 9 }] }],
    ['null where nothing else is', { type: 'null' }],
  ] as [string, Schema][])
    test(what, () => void sampleOf(schema));
});

describe('a sample says what the schema says of itself', () => {
  test('its example comes first, then its default, then the first allowed value', () => {
    assert.equal(sampleOf({ type: 'string', example: 'Ana', default: 'Rui' }), 'Ana');
    assert.equal(sampleOf({ type: 'string', default: 'Rui' }), 'Rui');
    assert.equal(sampleOf({ enum: [null, 'open', 'closed'] }), 'open');
  });

  test('an example or default that breaks the rules gives way', () => {
    assert.equal(sampleOf({ type: 'integer', example: 'seven' }), 0);
    assert.equal(sampleOf({ type: 'string', default: null as unknown as undefined }), 'string');
  });

  test('the variant of a discriminator names itself', () => {
    const pets: Record<string, Schema> = {
      Pet: {
        oneOf: [ref('Cat'), ref('Dog')],
        discriminator: { propertyName: 'kind', mapping: { gato: '#/components/schemas/Cat' } },
      },
      Cat: {
        type: 'object',
        required: ['kind', 'lives'],
        properties: { kind: { type: 'string' }, lives: { type: 'integer' } },
      },
      Dog: {
        type: 'object',
        required: ['kind', 'tricks'],
        properties: { kind: { type: 'string' }, tricks: { type: 'string' } },
      },
    };
    assert.deepEqual(sampleOf(ref('Pet'), pets), { kind: 'gato', lives: 0 });
  });

  test('allowed values are those that the type can write', () => {
    assert.equal(sampleOf({ type: 'integer', enum: ['8', '16'] }), 8);
    assert.equal(sampleOf({ type: 'string', enum: [8, 16] }), '8');
    assert.equal(sampleOf({ type: ['string', 'null'], enum: [null] }), null);
    const items = { type: 'string', enum: ['a', 'b'] };
    assert.deepEqual(sampleOf({ type: 'array', enum: ['a', 'b'], items }), ['a']);
  });

  test('a moment is written as long as it has to be', () => {
    for (const length of [20, 24, 25, 29]) {
      const moment = sampleOf({ type: 'string', format: 'date-time', minLength: length, maxLength: length });
      assert.equal(String(moment).length, length);
      assert.equal(new Date(String(moment)).toISOString(), '2026-01-15T12:00:00.000Z');
    }
  });

  test('what is required and not described is a text', () => {
    assert.deepEqual(sampleOf({ type: 'object', required: ['key'] }), { key: 'string' });
  });

  test('a later variant is taken where the first one cannot be', () => {
    assert.equal(sampleOf({ oneOf: [{ type: 'string', not: {} }, { type: 'integer' }] }), 0);
  });

  test('requests leave out what is read-only, answers what is write-only', () => {
    const schema: Schema = {
      type: 'object',
      required: ['id', 'secret'],
      properties: { id: { type: 'integer', readOnly: true }, secret: { type: 'string', writeOnly: true } },
    };
    assert.deepEqual(sampleOf(schema, {}, 'request'), { secret: 'string' });
    assert.deepEqual(sampleOf(schema, {}, 'response'), { id: 0 });
  });

  test('what no value keeps is left out where the schema goes without it', () => {
    const impossible: Schema = { type: 'string', not: {} };
    const schema: Schema = {
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string' }, ratio: impossible },
    };
    assert.deepEqual(sampleOf(schema), { name: 'string' });
  });
});

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
