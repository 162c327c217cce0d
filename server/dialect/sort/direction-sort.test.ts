import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RecordFields } from '../filters/record-fields.ts';
import { directionSort } from './direction-sort.ts';

const fields: RecordFields = {
  find: (name) =>
    ['status', 'updatedAt', 'id'].includes(name)
      ? { name, path: [name], kind: 'text' }
      : name === 'address'
        ? { name, path: [name], kind: 'object' }
        : undefined,
};
const read = (query: string) =>
  directionSort()
    .read([...new URLSearchParams(query)], fields)
    .map(({ field, descending }) => `${descending ? '-' : ''}${field.name}`);

test('several fields, each with its direction, in the order sent', () => {
  assert.deepEqual(read('sort=updatedAt,desc&sort=status,asc'), ['-updatedAt', 'status']);
  assert.deepEqual(read('page=1&sort=status,ASC&sort=id,DESC'), ['status', '-id']);
});

test('ascending without a direction; one direction can apply to several fields', () => {
  assert.deepEqual(read('sort=status'), ['status']);
  assert.deepEqual(read('sort=status,updatedAt,desc'), ['-status', '-updatedAt']);
  assert.deepEqual(read('sort=&sort=,desc'), []);
});

test('a repeated field counts once', () => {
  assert.deepEqual(read('sort=status,desc&sort=status,asc'), ['-status']);
});

test('unknown fields and fields that cannot be compared are refused by name', () => {
  for (const [query, name] of [
    ['sort=stattus,desc', 'stattus'],
    ['sort=status,down', 'down'],
    ['sort=address', 'address'],
  ] as const) {
    assert.throws(
      () => read(query),
      ({ issues }) => issues[0].params.name === name && issues[0].field === 'sort',
      query,
    );
  }
});
