import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutText } from './editor-pieces.ts';

test('pieces are the text, cut at its marks and at the caret', () => {
  const text = '{"a": [1, "two"]}';
  const marks = [
    { pointer: '/a', start: 6, end: 16 },
    { pointer: '/a/1', start: 10, end: 15 },
  ];
  const pieces = cutText(text, 'json', marks, 12);
  assert.equal(pieces.map((piece) => piece.text).join(''), text);
  const marked = (pointer: string) => pieces.filter(({ mark }) => mark?.pointer === pointer).map((piece) => piece.text);
  assert.deepEqual(marked('/a/1'), ['"t', 'wo"']);
  assert.equal(marked('/a').join(''), '[1, ]');
  assert.ok(pieces.some(({ start }) => start === 12));
});
