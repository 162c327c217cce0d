import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Schema } from '../../documents/operation-data.ts';
import { checkValue } from './check-value.ts';
import { findCorrection } from './corrections.ts';

/** The corrections of an object with one property. */
function correctionsOf(schema: Schema, value: unknown, example?: unknown) {
  const whole: Schema = { type: 'object', properties: { x: schema }, required: ['x'], additionalProperties: false };
  return checkValue(value, whole, {}).map((fault) => findCorrection(fault, example, {}));
}

const set = (value: unknown) => [{ kind: 'set', pointer: '/x', value }];

test('the nearest allowed value is proposed, and none where none is near', () => {
  const kinds: Schema = { type: 'string', enum: ['issued', 'cancelled', 'draft'] };
  assert.deepEqual(correctionsOf(kinds, { x: 'Isued' }), set('issued'));
  assert.deepEqual(correctionsOf(kinds, { x: 'CANCELLED' }), set('cancelled'));
  assert.deepEqual(correctionsOf(kinds, { x: 'something else' }), [undefined]);
});

test('a value is proposed in the type and within the limits that are asked for', () => {
  assert.deepEqual(correctionsOf({ type: 'integer', maximum: 100 }, { x: 500 }), set(100));
  assert.deepEqual(correctionsOf({ type: 'number', exclusiveMinimum: 0 }, { x: 0 }), set(1));
  assert.deepEqual(correctionsOf({ type: 'number' }, { x: '12,5' }), set(12.5));
  assert.deepEqual(correctionsOf({ type: 'string' }, { x: 12 }), set('12'));
  assert.deepEqual(correctionsOf({ type: 'boolean' }, { x: 'True' }), set(true));
  assert.deepEqual(correctionsOf({ type: 'array', items: { type: 'string' } }, { x: 'a' }), set(['a']));
  assert.deepEqual(correctionsOf({ type: 'integer' }, { x: 'twelve' }), [undefined]);
});

test('a text is proposed as the document spells it', () => {
  assert.deepEqual(
    correctionsOf({ type: 'string', pattern: '^\\d{11}$' }, { x: '529.982.247-25' }),
    set('52998224725'),
  );
  assert.deepEqual(correctionsOf({ type: 'string', format: 'date' }, { x: '31/12/2026' }), set('2026-12-31'));
  assert.deepEqual(correctionsOf({ type: 'string', pattern: '^[A-Z]{2}$' }, { x: 'sp' }), set('SP'));
  assert.deepEqual(correctionsOf({ type: 'string', pattern: '^[A-Z]{2}$' }, { x: 'what' }), [undefined]);
});

test('what is missing is filled with the example, and what is not known is renamed or removed', () => {
  assert.deepEqual(correctionsOf({ type: 'string', minLength: 1 }, {}, 'Ana'), set('Ana'));
  assert.deepEqual(correctionsOf({ type: 'string', enum: ['a', 'b'] }, {}), set('a'));
  assert.deepEqual(correctionsOf({ type: 'string', minLength: 1 }, {}), [undefined]);
  assert.deepEqual(correctionsOf({ type: 'string' }, { x: 'a', y_z: 1 }).at(-1), { kind: 'remove', pointer: '/y_z' });
  const near: Schema = { type: 'object', properties: { birth_date: {} }, additionalProperties: false };
  const [fault] = checkValue({ birthDate: 1 }, near, {});
  assert.deepEqual(fault && findCorrection(fault, undefined, {}), {
    kind: 'rename',
    pointer: '/birthDate',
    name: 'birth_date',
  });
});
