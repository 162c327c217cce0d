import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shown } from '../testing/shown-issues.ts';
import { createValidator } from './validator.ts';

const { request } = createValidator({ openapi: '3.1.0', info: { title: 'A', version: '1' } });
const unique = { type: 'array', uniqueItems: true } as const;

test('items are repeated when they are equal as JSON, whatever the order of their properties', () => {
  const repeated = [
    [1, 1.0],
    ['a', 'a'],
    [null, null],
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    [[{ a: [] }], [{ a: [] }]],
  ];
  for (const items of repeated)
    assert.deepEqual(shown(request(unique, items)), [' uniqueItems'], JSON.stringify(items));
  const different = [
    [1, '1', true, null, 'null', 'true', [], {}, '[]', '{}'],
    [{ a: 1 }, { a: '1' }, { a: 1, b: undefined }, { b: 1 }].slice(0, 2),
    [
      [1, 2],
      [2, 1],
    ],
    ['__proto__', { constructor: 1 }],
  ];
  for (const items of different) assert.deepEqual(request(unique, items), [], JSON.stringify(items));
  assert.deepEqual(request({ type: 'array', uniqueItems: false }, [1, 1]), []);
});

test('ten thousand objects are looked up once each', () => {
  const items = Array.from({ length: 10_000 }, (_, index) => ({ index }));
  assert.deepEqual(request(unique, items), []);
  assert.deepEqual(shown(request(unique, [...items, { index: 9_999 }])), [' uniqueItems']);
});
