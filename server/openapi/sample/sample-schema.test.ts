import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ref, sampleOf } from '../../testing/sample-of.ts';
import type { Schema } from '../document-types.ts';

describe('a sample uses the values that the schema itself gives', () => {
  test('its example comes first, then its default, then the first allowed value', () => {
    assert.equal(sampleOf({ type: 'string', example: 'Ana', default: 'Rui' }), 'Ana');
    assert.equal(sampleOf({ type: 'string', default: 'Rui' }), 'Rui');
    assert.equal(sampleOf({ enum: [null, 'open', 'closed'] }), 'open');
  });

  test('an example or default that breaks the rules is ignored', () => {
    assert.equal(sampleOf({ type: 'integer', example: 'seven' }), 0);
    assert.equal(sampleOf({ type: 'string', default: null as unknown as undefined }), 'Sample text');
  });

  test('the discriminator property names the chosen variant', () => {
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

  test('allowed values are converted to the type', () => {
    assert.equal(sampleOf({ type: 'integer', enum: ['8', '16'] }), 8);
    assert.equal(sampleOf({ type: 'string', enum: [8, 16] }), '8');
    assert.equal(sampleOf({ type: ['string', 'null'], enum: [null] }), null);
    const items = { type: 'string', enum: ['a', 'b'] };
    assert.deepEqual(sampleOf({ type: 'array', enum: ['a', 'b'], items }), ['a']);
  });

  test('a date-time has the required length', () => {
    for (const length of [20, 24, 25, 29]) {
      const moment = sampleOf({ type: 'string', format: 'date-time', minLength: length, maxLength: length });
      assert.equal(String(moment).length, length);
      assert.equal(new Date(String(moment)).toISOString(), '2026-01-15T12:00:00.000Z');
    }
  });

  test('a required property without a schema is a text', () => {
    assert.deepEqual(sampleOf({ type: 'object', required: ['key'] }), {
      key: 'f1ace35ce5d2dd5ea5ab3e4d7bdfcc7c4d8e9376',
    });
  });

  test('a later variant is used if the first is impossible', () => {
    assert.equal(sampleOf({ oneOf: [{ type: 'string', not: {} }, { type: 'integer' }] }), 0);
  });

  test('requests omit read-only properties, responses write-only ones', () => {
    const schema: Schema = {
      type: 'object',
      required: ['id', 'secret'],
      properties: { id: { type: 'integer', readOnly: true }, secret: { type: 'string', writeOnly: true } },
    };
    assert.deepEqual(sampleOf(schema, {}, 'request'), { secret: 'df8217e48af2eec8f0721559e4b50cb14dc41385' });
    assert.deepEqual(sampleOf(schema, {}, 'response'), { id: 1 });
  });

  test('an optional property that no value satisfies is omitted', () => {
    const impossible: Schema = { type: 'string', not: {} };
    const schema: Schema = {
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string' }, ratio: impossible },
    };
    assert.deepEqual(sampleOf(schema), { name: 'Name' });
  });
});
