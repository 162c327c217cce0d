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
  const filled = fillCollection(collection, { apiKey: 'sk_test_1' });
  assert.deepEqual(filled.variable, [
    { key: 'baseUrl', value: 'http://x' },
    { key: 'apiKey', value: 'sk_test_1', type: 'string' },
  ]);
  const elsewhere = fillCollection(collection, { apiKey: '', baseUrl: 'https://y' });
  assert.deepEqual(elsewhere.variable[0], { key: 'baseUrl', value: 'https://y' });
  assert.equal(filled.info, collection.info);
  assert.equal(collection.variable[1]?.value, '');
});

it('rejects a collection without a variable for the key', () => {
  assert.throws(() => fillCollection({ variable: [] }, { apiKey: 'sk_test_1' }), /apiKey/);
});
