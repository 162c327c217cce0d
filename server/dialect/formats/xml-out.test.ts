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

  test('names of a document are written as XML allows them, and read back', () => {
    const odd: Schema = {
      type: 'object',
      xml: { name: 'a root' },
      properties: {
        a: { type: 'string', xml: { name: 'ns:a' } },
        b: { type: 'string', xml: { name: 'b c' } },
        d: { type: 'string', xml: { name: 'n:d', namespace: 'http://n.example' } },
        e: { type: 'array', items: { type: 'string', xml: { name: '1 e' } }, xml: { wrapped: true } },
      },
    };
    const written = write({ a: '1', b: '2', d: '3', e: ['4'] }, odd);
    for (const line of ['<a_x0020_root>', '<a>1</a>', '<b_x0020_c>2</b_x0020_c>'])
      assert.ok(written.includes(line), written);
    assert.ok(written.includes('<n:d xmlns:n="http://n.example">3</n:d>'), written);
    assert.deepEqual(xml.read?.(written, { document, schema: odd }), { a: '1', b: '2', d: '3', e: ['4'] });
    assert.ok(write([], { type: 'array', xml: { name: 'x y' } }).includes('<x_x0020_y/>'));
  });

  test('every property name is escaped and read back', () => {
    for (const name of ['a', 'a b', '1', '', '<', 'a:b', '_x0020_', 'é', '-a', '😀', 'xml'])
      assert.equal(decodeName(encodeName(name)), name);
  });
});
