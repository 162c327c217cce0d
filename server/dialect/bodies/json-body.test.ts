import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Refusal } from '../../answers/refusal.ts';
import { parseJsonBody } from './json-body.ts';

const refuses = (text: string, message: RegExp) =>
  assert.throws(
    () => parseJsonBody(text),
    (error) =>
      error instanceof Refusal &&
      error.code === 'invalid_json' &&
      message.test(error.detail.en) &&
      error.detail.pt.startsWith('O corpo não pode ser lido como JSON: '),
    text.slice(0, 80),
  );

describe('JSON bodies', () => {
  test('are parsed unchanged, whatever names their texts contain', () => {
    for (const value of [
      {},
      [],
      'a',
      0,
      null,
      { a: { a: [{ a: 1 }, { a: 2 }] }, b: ['a', 'a'], 'a"': 1, 'a\\"': 2, '': 3, ' ': 4 },
      { text: '{"a":1,"a":2}', quote: '\\"', end: '\\' },
      { constructor: 'Ana Engenharia', prototype: 1 },
      Array.from({ length: 1000 }, (_, id) => ({ id, name: `"${id}"` })),
    ]) {
      assert.deepEqual(parseJsonBody(JSON.stringify(value)), value);
      assert.deepEqual(parseJsonBody(JSON.stringify(value, undefined, '\t\n ')), value);
    }
  });

  test('with a duplicate name in one object are refused, however it is escaped or nested', () => {
    for (const text of [
      '{"a":1,"a":1}',
      '{"a":1, "b":{"a":1}, "a" : 2}',
      '[{"x":[{"a":{}, "b":[1,2], "a":[]}]}]',
      '{"a":1,"\\u0061":2}',
      '{"":1,"":2}',
      '{"a\\"":1,"a\\"":2}',
      '{"a\\\\":1,"a\\\\":2}',
    ])
      refuses(text, /appears twice in one object/);
    refuses('{"role":"reader","role":"administrator"}', /"role" appears twice/);
  });

  test('that would pollute prototypes are refused', () => {
    for (const text of [
      '{"__proto__":{"admin":true}}',
      '{"a":{"__proto__":null}}',
      '{"\\u005f_proto__":1}',
      '{"constructor":{"prototype":{"admin":true}}}',
    ])
      refuses(text, /no property may be named __proto__/);
    assert.equal(({} as { admin?: boolean }).admin, undefined);
  });

  test('may be nested at most 100 levels deep', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    parseJsonBody(nested(100));
    refuses(nested(101), /more than 100 levels/);
    refuses(nested(500_000), /more than 100 levels/);
    refuses(`${'{"a":'.repeat(101)}1${'}'.repeat(101)}`, /more than 100 levels/);
  });

  test('may have at most 20,000 values, lists and objects among them, however they are written', () => {
    const lists = [
      (count: number) => Array(count).fill(1),
      (count: number) => Array(count).fill([]),
      (count: number) => Array(count).fill({}),
      (count: number) => Array(count).fill('[{,'),
    ];
    for (const listOf of lists)
      for (const space of ['', '\t\n ']) {
        const write = (count: number) => JSON.stringify(listOf(count), undefined, space);
        assert.deepEqual(parseJsonBody(write(19_999)), listOf(19_999));
        assert.deepEqual(parseJsonBody(write(19_999).replaceAll(/(?<=[[{])(?=[\]}])/g, ' \n')), listOf(19_999));
        refuses(write(20_000), /more than 20000 values/);
      }
    refuses(JSON.stringify(Array(200).fill(Array(100).fill(1))), /more than 20000 values/);
    refuses('['.repeat(90) + '1,'.repeat(500_000), /more than 20000 values/);
  });

  test('may have at most 5,000 fields in one object, and as many objects as there can be values', () => {
    const named = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, index]));
    assert.deepEqual(parseJsonBody(JSON.stringify([named(5000), named(5000)])), [named(5000), named(5000)]);
    refuses(JSON.stringify({ inside: [named(5001)] }), /an object has more than 5000 fields/);
    refuses(JSON.stringify(named(80_000)), /an object has more than 5000 fields/);
  });

  test('that are invalid report where, or that they end too soon', () => {
    refuses('{"a":1,}', /line 1 column 8/);
    for (const text of [
      '',
      ' ',
      '{',
      '{"a"',
      '{"a":',
      '"a',
      '[1,',
      "{'a':1}",
      '{a:1}',
      'NaN',
      '{"\\x":1}',
      '{"a":1,"a":2',
      '01',
      '{}{}',
      '\u00a0{}',
    ])
      refuses(text, /./);
  });

  test('with an unpaired surrogate or NUL are refused, because databases cannot store them', () => {
    for (const text of ['{"a":"\\u0000"}', '{"\\ud800":1}', '["\\udc00\\ud800"]'])
      refuses(text, /an unpaired surrogate/);
    assert.deepEqual(parseJsonBody('{"a":"\\ud83d\\ude00"}'), { a: '😀' });
  });
});
