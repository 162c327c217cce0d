import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readJsonText } from './json-text.ts';

const text = `{
  "name": "Ana",
  "list": [1, {"a/b": true}],
  "open": {
    "ki
`;

/** What is at the place of `|`. */
function at(marked: string) {
  const caret = marked.indexOf('|');
  return readJsonText(marked.replace('|', ''), caret).place;
}

test('each value of a text is found by its pointer, also in an unfinished one', () => {
  const { spans } = readJsonText(text);
  const written = (pointer: string) => text.slice(spans.get(pointer)?.start, spans.get(pointer)?.end);
  assert.equal(written('/name'), '"Ana"');
  assert.equal(written('/list/1/a~1b'), 'true');
  assert.equal(written('/list'), '[1, {"a/b": true}]');
  assert.equal(spans.has('/open'), false);
});

test('a caret is at a name or at a value', () => {
  assert.partialDeepStrictEqual(at('{"a": {"ki|"}}'), { kind: 'name', pointer: '/a', typed: 'ki', isLast: true });
  assert.partialDeepStrictEqual(at('{"a": 1, |}'), { kind: 'name', pointer: '', typed: '', names: ['a'] });
  assert.partialDeepStrictEqual(at('{"a": |}'), { kind: 'value', pointer: '', key: 'a', typed: '' });
  assert.partialDeepStrictEqual(at('{"a": "on|e", "b": 1}'), {
    kind: 'value',
    key: 'a',
    typed: 'on',
    span: { start: 6, end: 11 },
    isLast: false,
  });
  assert.partialDeepStrictEqual(at('{"a": [1, tr|'), { kind: 'value', pointer: '/a', key: '1', typed: 'tr' });
});
