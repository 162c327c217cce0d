import assert from 'node:assert/strict';
import { it } from 'node:test';
import { fillCollection } from './fill-collection.ts';

it('puts the key in and leaves the rest as it was', () => {
  const collection = {
    info: { name: 'Notas' },
    variable: [
      { key: 'baseUrl', value: 'http://x' },
      { key: 'apiKey', value: '', type: 'string' },
    ],
  };
  const filled = fillCollection(collection, 'sk_test_1');
  assert.deepEqual(filled.variable, [
    { key: 'baseUrl', value: 'http://x' },
    { key: 'apiKey', value: 'sk_test_1', type: 'string' },
  ]);
  assert.equal(filled.info, collection.info);
  assert.equal(collection.variable[1]?.value, '');
});

it('does not hand over a collection that could not run', () => {
  assert.throws(() => fillCollection({ variable: [] }, 'sk_test_1'), /apiKey/);
});
