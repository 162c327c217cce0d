import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeParts } from './schema-keywords.ts';

const mark = (part: unknown) => ['changed', part];
const changed = (keyword: string, value: unknown) => changeParts(keyword, value, mark);

test('the schemas of a keyword are mapped: a single one, a list, or by name', () => {
  assert.deepEqual(changed('not', { type: 'string' }), ['changed', { type: 'string' }]);
  assert.deepEqual(changed('additionalProperties', false), ['changed', false]);
  assert.deepEqual(changed('allOf', [1, 2]), [mark(1), mark(2)]);
  assert.deepEqual(changed('items', [1, 2]), [mark(1), mark(2)], 'items of older drafts');
  assert.deepEqual(changed('properties', { items: 1, enum: 2 }), { items: mark(1), enum: mark(2) });
});

test('anything else stays as it is', () => {
  for (const [keyword, value] of [
    ['enum', [{ items: {} }]],
    ['default', { properties: {} }],
    ['required', ['a']],
    ['properties', 'none'],
    ['properties', null],
    ['dependencies', { a: ['b'] }],
  ] as const)
    assert.deepEqual(changed(keyword, value), value, keyword);
});
