import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findStreamKind, ItemReader, itemsOf } from './stream-items.ts';

test('a stream is known by its media type', () => {
  assert.equal(findStreamKind('text/event-stream'), 'events');
  for (const type of ['x-ndjson', 'ndjson', 'jsonl', 'x-jsonlines', 'stream+json'])
    assert.equal(findStreamKind(`application/${type}`), 'lines', type);
  assert.equal(findStreamKind('application/json-seq'), 'sequence');
  assert.equal(findStreamKind('application/json'), undefined);
});

test('items are cut wherever the pieces of a connection end', () => {
  const reader = new ItemReader('events');
  assert.deepEqual(reader.push('event: tick\ndata: 1\n'), []);
  assert.deepEqual(reader.push('\ndata: 2\r\n\r\n: still here\n\nda'), ['event: tick\ndata: 1', 'data: 2']);
  assert.deepEqual(reader.push('ta: 3'), []);
  assert.equal(reader.end(), 'data: 3');
  assert.deepEqual(itemsOf('lines', '{"n":1}\n\n{"n":2}\r\n{"n":3}'), ['{"n":1}', '{"n":2}', '{"n":3}']);
  assert.deepEqual(itemsOf('sequence', '\x1e{"n":1}\n\x1e{"n":\n2}\n'), ['{"n":1}', '{"n":\n2}']);
});

test('what never ends is not kept', () => {
  const reader = new ItemReader('lines');
  const pieces = Array.from({ length: 10 }, () => reader.push('x'.repeat(50_000)));
  assert.ok(pieces.flat().length >= 4);
});
