import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mended, valueAt, withValue } from './edit-json.ts';

const whole = { a: { 'b/c': [1, 2] }, z: 1 };

test('a part is read, replaced, added and removed, and the order stays', () => {
  assert.equal(valueAt(whole, '/a/b~1c/1'), 2);
  assert.equal(valueAt(whole, '/a/none/1'), undefined);
  assert.equal(JSON.stringify(withValue(whole, '/a/b~1c/0', 9)), '{"a":{"b/c":[9,2]},"z":1}');
  assert.equal(JSON.stringify(withValue(whole, '/a/b~1c/2', 3)), '{"a":{"b/c":[1,2,3]},"z":1}');
  assert.equal(JSON.stringify(withValue(whole, '/a', undefined)), '{"z":1}');
  assert.equal(JSON.stringify(withValue(whole, '/n/m', 1)), '{"a":{"b/c":[1,2]},"z":1,"n":{"m":1}}');
  assert.equal(JSON.stringify(withValue(whole, '/a/b~1c/0', undefined)), '{"a":{"b/c":[2]},"z":1}');
});

test('a correction sets, removes or renames', () => {
  assert.equal(
    JSON.stringify(mended(whole, { kind: 'rename', pointer: '/a', name: 'x' })),
    '{"x":{"b/c":[1,2]},"z":1}',
  );
  assert.equal(JSON.stringify(mended(whole, { kind: 'remove', pointer: '/z' })), '{"a":{"b/c":[1,2]}}');
  assert.equal(JSON.stringify(mended(whole, { kind: 'set', pointer: '/z', value: 2 })), '{"a":{"b/c":[1,2]},"z":2}');
});
