import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readPattern } from './pattern.ts';
import { validatorOf } from './validator.ts';

const matches = (pattern: string, text: string) => readPattern(pattern)?.test(text);

describe('a pattern of a document', () => {
  test('is compiled with Unicode, else without, else not at all', () => {
    assert.equal(matches('^\\p{L}$', 'ã'), true);
    assert.equal(matches('^\\$\\{a}$', '$' + '{a}'), true);
    assert.equal(readPattern('(?<name'), undefined);
  });

  test('may be a JavaScript literal between slashes', () => {
    assert.equal(matches('/^[a-z]+$/', 'abc'), true);
    assert.equal(matches('/^[a-z]+$/', 'abc1'), false);
    assert.equal(matches('/^3[A-Z]{3,}$/i', '3abc'), true);
    assert.equal(matches('/v1/', '/v1/'), true);
  });

  test('may mark the ends of a text as other dialects do', () => {
    for (const [text, isMatch] of [
      ['a-b', true],
      ['Aa-bZ', false],
      ['a\nb', false],
    ] as const)
      assert.equal(matches('\\A[a-z-_]+\\Z', text), isMatch, text);
    assert.equal(matches('^\\\\Ab$', '\\Ab'), true);
  });

  test('is independent of other patterns in the schema', () => {
    const document = { openapi: '3.1.0', info: { title: 'A', version: '1' } };
    const schema = { properties: { a: { pattern: '^a' }, b: { pattern: '^b' } } };
    const { request } = validatorOf(document);
    assert.deepEqual(request(schema, { a: 'a', b: 'b' }), []);
    assert.deepEqual(
      request(schema, { a: 'b', b: 'b' }).map(({ field }) => field),
      ['a'],
    );
  });

  test('matches long texts if it is harmless', () => {
    assert.equal(matches('^[a-z]+$', 'a'.repeat(100_000)), true);
    assert.equal(matches('^[a-z]+-[a-z]+$', `${'a'.repeat(500)}-${'b'.repeat(400)}`), true);
    assert.equal(matches('^(\\w+\\s?)*$', 'words that are many, but honest'.replace(',', '')), true);
  });

  // Unguarded, each of these would run practically forever.
  for (const pattern of ['^(a+)+$', '^(a|aa)+$', '^(?=a)(a+)*b?$', '^([a-z]+)*!?$'])
    test(`${pattern} times out on a text that it cannot match in time`, () => {
      assert.equal(matches(pattern, `${'a'.repeat(200)}?`), false);
      assert.equal(matches(pattern, `${'a'.repeat(5000)}?`), false);
      assert.equal(matches(pattern, 'aaaa'), true);
    });
});
