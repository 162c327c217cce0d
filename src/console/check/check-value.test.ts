import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Schema } from '../../documents/operation-data.ts';
import { checkValue } from './check-value.ts';

const schemas: Record<string, Schema> = {
  Person: {
    type: 'object',
    required: ['id', 'name'],
    properties: {
      id: { type: 'string', readOnly: true },
      name: { type: 'string', minLength: 2, maxLength: 5 },
      age: { type: ['integer', 'null'], minimum: 0, maximum: 150 },
      born: { type: 'string', format: 'date' },
      kind: { enum: ['natural', 'legal'] },
      tags: { type: 'array', maxItems: 2, items: { type: 'string', pattern: '^[a-z]+$' } },
      boss: { $ref: '#/components/schemas/Person' },
    },
    additionalProperties: false,
  },
  Pet: {
    oneOf: [
      {
        type: 'object',
        required: ['type', 'lives'],
        properties: { type: { const: 'cat' }, lives: { type: 'integer' } },
      },
      {
        type: 'object',
        required: ['type', 'barks'],
        properties: { type: { const: 'dog' }, barks: { type: 'boolean' } },
      },
    ],
  },
  Deep: { 'x-head': { label: 'Deep', hasFields: true } },
};

function rulesOf(value: unknown, name: string): string[] {
  return checkValue(value, { $ref: `#/components/schemas/${name}` }, schemas).map(
    ({ pointer, rule }) => `${pointer} ${rule}`,
  );
}

test('a value that keeps all rules has no faults', () => {
  assert.deepEqual(
    rulesOf({ name: 'Ana', age: null, kind: 'legal', tags: ['a'], boss: { name: 'Eva' } }, 'Person'),
    [],
  );
});

test('each rule that is not kept is named with its place', () => {
  const wrong = { name: 'A', age: 151, born: '31/12/2026', kind: 'Legal', tags: ['a', 'B', 'c'], boss: {}, more: 1 };
  assert.deepEqual(rulesOf(wrong, 'Person'), [
    '/name minLength',
    '/age maximum',
    '/born format',
    '/kind enum',
    '/tags maxItems',
    '/tags/1 pattern',
    '/boss/name required',
    '/more unknown',
  ]);
  assert.deepEqual(rulesOf({ name: 'Ana', age: '3' }, 'Person'), ['/age type']);
  assert.deepEqual(rulesOf([], 'Person'), [' type']);
});

test('of several variants the one that is meant is compared', () => {
  assert.deepEqual(rulesOf({ type: 'dog', barks: true }, 'Pet'), []);
  assert.deepEqual(rulesOf({ type: 'dog' }, 'Pet'), ['/barks required']);
  assert.deepEqual(rulesOf({ type: 'cat', lives: '9' }, 'Pet'), ['/lives type']);
});

test('what the page does not know is not doubted', () => {
  assert.deepEqual(rulesOf(1, 'Deep'), []);
  assert.deepEqual(rulesOf(1, 'Missing'), []);
});
