import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prettyItem } from './pretty-item.ts';

test('JSON is indented, also in an event, with the digits that came', () => {
  assert.equal(prettyItem('{"n":12345678901234567890}'), '{\n  "n": 12345678901234567890\n}');
  assert.equal(prettyItem('data: {"n":1}\nid: 7'), 'id: 7\ndata: {\n  "n": 1\n}');
  assert.equal(prettyItem('data: {"n":\r\ndata: 1}'), 'data: {\n  "n": 1\n}');
  for (const item of ['data: 7', 'data: sea\ndata: land\nevent: tick', 'data', 'tick'])
    assert.equal(prettyItem(item), item);
});
