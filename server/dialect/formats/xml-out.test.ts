import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Schema } from '../../openapi/document-types.ts';
import { document, read, schema } from '../../testing/read-order.ts';
import { xml } from './xml.ts';
import { decodeName, encodeName } from './xml-names.ts';

describe('writing XML', () => {
  const write = (value: unknown, of = schema) => xml.write?.(value, { document, schema: of }) as string;

  test('a written document is read back unchanged', () => {
    const order = {
      version: 3,
      code: ' <7> & "8" ]]> ',
      amount: 1.5,
      count: 2,
      paid: false,
      note: null,
      tags: ['a', ''],
      numbers: [1, 2],
      items: [{ name: 'São Paulo ✓', quantity: 1 }],
      address: { city: 'Santos', floor: 1 },
      metadata: { 'c d': '2', '1st': 'x', _x0041_: 'y', açaí: 'z', 'smile 😀': 'w' },
    };
    assert.deepEqual(read(xml, write(order)), order);
    assert.deepEqual(read(xml, write({ tags: [], items: [] })), { tags: [], items: [] });
  });

  test('lists are wrapped in the element that their schema names', () => {
    const list: Schema = { type: 'array', items: schema, xml: { name: 'orders', wrapped: true } };
    assert.equal(
      write([{ code: '1' }], list),
      '<?xml version="1.0" encoding="UTF-8"?>\n<orders>\n  <order>\n    <code>1</code>\n  </order>\n</orders>\n',
    );
    assert.equal(write([], list), '<?xml version="1.0" encoding="UTF-8"?>\n<orders/>\n');
  });

  test('characters that XML does not allow are replaced', () => {
    const written = write({ code: 'a\u0001b\ud800c\r', address: 'b\u000b' });
    for (const character of ['\u0001', '\u000b', '\r']) assert.ok(!written.includes(character));
    assert.deepEqual(read(xml, written), { code: 'a\ufffdb\ufffdc\r', address: 'b\ufffd' });
  });

  test('every property name is escaped and read back', () => {
    for (const name of ['a', 'a b', '1', '', '<', 'a:b', '_x0020_', 'é', '-a', '😀', 'xml'])
      assert.equal(decodeName(encodeName(name)), name);
  });
});
