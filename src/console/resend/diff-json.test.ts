import assert from 'node:assert/strict';
import { it } from 'node:test';
import { diffJson } from './diff-json.ts';

it('finds nothing between equal values, whatever the order of their members', () => {
  assert.deepEqual(diffJson({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 }), []);
  assert.deepEqual(diffJson(null, null), []);
});

it('lists changed, added and removed members with their places', () => {
  assert.deepEqual(diffJson({ a: 1, b: { c: 'x', d: 2 } }, { b: { c: 'y', e: 3 }, 'f/~': null }), [
    { pointer: '/a', before: 1 },
    { pointer: '/b/c', before: 'x', after: 'y' },
    { pointer: '/b/d', before: 2 },
    { pointer: '/b/e', after: 3 },
    { pointer: '/f~1~0', after: null },
  ]);
});

it('tells values of different kinds from each other', () => {
  assert.deepEqual(diffJson({ a: [] }, { a: {} }), [{ pointer: '/a', before: [], after: {} }]);
  assert.deepEqual(diffJson('1', 1), [{ pointer: '', before: '1', after: 1 }]);
  assert.deepEqual(diffJson({ a: null }, {}), [{ pointer: '/a', before: null }]);
});

it('compares the items of a list by their ids, wherever they stand', () => {
  const before = [
    { id: 1, v: 'a' },
    { id: 2, v: 'b' },
  ];
  assert.deepEqual(diffJson(before, [{ id: 2, v: 'c' }, { id: 1, v: 'a' }, { id: 3 }]), [
    { pointer: '/2/v', before: 'b', after: 'c' },
    { pointer: '/3', after: { id: 3 } },
  ]);
});

it('compares items without ids, or with the same ones, in their order', () => {
  assert.deepEqual(diffJson([1, 2], [1, 3, 4]), [
    { pointer: '/1', before: 2, after: 3 },
    { pointer: '/2', after: 4 },
  ]);
  assert.deepEqual(diffJson([{ id: 1 }, { id: 1 }], [{ id: 1 }, { id: 2 }]), [
    { pointer: '/1/id', before: 1, after: 2 },
  ]);
});
