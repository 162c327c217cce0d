import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskJson } from './mask-json.ts';

const masked = (text: string) => maskJson(text, (name) => name === 'secret');

test('a secret of any shape is masked, and the rest of the text stays as it was sent', () => {
  assert.equal(masked('{"a": 1, "secret" : "x,}\\"y", "b":[true]}'), '{"a": 1, "secret" :"••••", "b":[true]}');
  assert.equal(masked('{"secret":{"deep":["x",{"y":1}]},"b":2}'), '{"secret":"••••","b":2}');
  assert.equal(masked('[{"secret":12.5e3},{"secret":null}]'), '[{"secret":"••••"},{"secret":"••••"}]');
  assert.equal(
    masked('{"list":["secret", "x"],"note":"the secret: \\"x\\""}'),
    '{"list":["secret", "x"],"note":"the secret: \\"x\\""}',
  );
});

test('a name that is escaped does not help', () => {
  assert.equal(masked('{"s\\u0065cret":"x"}'), '{"s\\u0065cret":"••••"}');
});

test('text that is cut off or no JSON at all is masked as far as it goes', () => {
  assert.equal(masked('{"a":1,"secret":"half of i'), '{"a":1,"secret":"••••"');
  assert.equal(masked('{"secret":{"a":["x"'), '{"secret":"••••"');
  assert.equal(masked('"secret":x,y}'), '"secret":"••••",y}');
  assert.equal(masked('plain text'), 'plain text');
});
