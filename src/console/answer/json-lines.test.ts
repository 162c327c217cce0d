import assert from 'node:assert/strict';
import { test } from 'node:test';
import '../../../wire/exact-json.ts';
import {
  findLines,
  foldedAtFirst,
  foldsAround,
  type JsonLine,
  jsonLines,
  pathOfPointer,
  seenLines,
} from './json-lines.ts';

const answer = { id: 'a', list: [{ n: 1 }, { n: 12345678901234567890n }], none: {}, 'a/b': null };

function linesOf(value: unknown): JsonLine[] {
  return jsonLines(value) ?? assert.fail();
}

test('lines are those of indented JSON', () => {
  const written = linesOf(answer).map(
    ({ depth, name, text, comma }) => '  '.repeat(depth) + (name ? `${name}: ` : '') + text + (comma ? ',' : ''),
  );
  assert.equal(written.join('\n'), JSON.stringify(answer, undefined, 2));
  assert.deepEqual(
    linesOf(answer).map(({ number }) => number),
    written.map((_, index) => index + 1),
  );
});

test('what is folded is one line, and a line inside of it opens it', () => {
  const lines = linesOf(answer);
  const list = lines.findIndex(({ name }) => name === '"list"');
  assert.deepEqual(
    seenLines(lines, new Set([list])).map((index) => lines[index]?.pointer),
    ['', '/id', '/list', '/none', '/a~1b', ''],
  );
  const [found] = findLines(lines, '"N"').slice(1);
  assert.equal(lines[found as number]?.pointer, '/list/1/n');
  assert.deepEqual(foldsAround(lines, found as number, new Set([list])), [list]);
});

test('of a long answer the inner values are folded, and of a short one nothing', () => {
  const many = linesOf({
    items: Array.from({ length: 300 }, (_, id) => ({ id, inner: { name: 'x', more: [1, 2, 3] } })),
  });
  assert.equal(foldedAtFirst(linesOf(answer), 400).size, 0);
  const seen = seenLines(many, foldedAtFirst(many, 400));
  assert.ok(seen.length < 400, `${seen.length}`);
});

test('paths are written as programs write them', () => {
  assert.equal(pathOfPointer('/items/0/address/city'), 'items[0].address.city');
  assert.equal(pathOfPointer('/a~1b/x-y'), '["a/b"]["x-y"]');
  assert.equal(pathOfPointer(''), '');
});

test('what is nested too deep is not cut into lines', () => {
  let deep: unknown = 1;
  for (let level = 0; level < 1000; level++) deep = [deep];
  assert.equal(jsonLines(deep), undefined);
});
