import assert from 'node:assert/strict';
import { it } from 'node:test';
import { fillCollection } from './fill-collection.ts';

it('fills in the key and changes nothing else', () => {
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

it('rejects a collection without a variable for the key', () => {
  assert.throws(() => fillCollection({ variable: [] }, 'sk_test_1'), /apiKey/);
});
