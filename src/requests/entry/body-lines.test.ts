import assert from 'node:assert/strict';
import { it } from 'node:test';
import { markLines, readBodyLines } from './body-lines.ts';

const body = JSON.stringify({ name: 'Ana', address: { state: 'XX' }, 'a/b': [1, { c: null }], none: {} });
const lines = readBodyLines(body, 'application/json') ?? [];
const at = (pointer: string) => [...markLines(lines, [{ pointer }]).keys()].map((line) => lines[line]?.text.trim());

it('writes JSON as people read it, each line with its value', () => {
  assert.equal(lines.map(({ text }) => text).join('\n'), JSON.stringify(JSON.parse(body), undefined, 2));
  assert.deepEqual(
    lines.map(({ pointer }) => pointer),
    ['', '/name', '/address', '/address/state', undefined, '/a~1b', '/a~1b/0', '/a~1b/1', '/a~1b/1/c']
      .concat([undefined, undefined] as never[])
      .concat(['/none', undefined as never]),
  );
});

it('marks the line of the value, and of what it is missing in', () => {
  assert.deepEqual(at('/address/state'), ['"state": "XX"']);
  assert.deepEqual(at('/a~1b/1/c'), ['"c": null']);
  assert.deepEqual(at('/address/city/name'), ['"address": {']);
  assert.deepEqual(at('/email'), ['{']);
  assert.deepEqual(at('#/name'), ['"name": "Ana",']);
});

it('reads forms, and leaves other texts to be shown as they are', () => {
  assert.deepEqual(readBodyLines('a=1+2&b=%C3%A9', 'application/x-www-form-urlencoded'), [
    { text: 'a = 1 2', pointer: '/a' },
    { text: 'b = é', pointer: '/b' },
  ]);
  assert.equal(readBodyLines('<a/>', 'application/xml'), undefined);
  assert.equal(readBodyLines('{"cut": "of', 'application/json'), undefined);
});
