import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Refusal } from '../../answers/refusal.ts';
import type { OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import { form } from './form.ts';
import type { Format } from './format.ts';
import { xml } from './xml.ts';
import { decodeName, encodeName } from './xml-names.ts';

const document: OpenApiDocument = {
  openapi: '3.1.0',
  info: { title: 'Formats', version: '1' },
  components: {
    schemas: {
      Item: {
        type: 'object',
        xml: { name: 'item' },
        properties: { name: { type: 'string' }, quantity: { type: 'number' } },
      },
      Order: {
        type: 'object',
        xml: { name: 'order' },
        properties: {
          code: { type: 'string' },
          amount: { type: 'number' },
          count: { type: 'integer' },
          paid: { type: 'boolean' },
          note: { type: ['string', 'null'] },
          tags: { type: 'array', items: { type: 'string', xml: { name: 'tag' } }, xml: { wrapped: true } },
          numbers: { type: 'array', items: { type: 'integer' } },
          items: { type: 'array', items: { $ref: '#/components/schemas/Item' }, xml: { wrapped: true } },
          address: { type: 'object', properties: { city: { type: 'string' }, floor: { type: 'integer' } } },
          metadata: { type: 'object', additionalProperties: { type: 'string' } },
          version: { type: 'integer', xml: { attribute: true } },
        },
      },
    },
  },
};
const schema: Schema = { $ref: '#/components/schemas/Order' };
const read = (format: Format, text: string) => format.read?.(text, { document, schema });
const refuses = (format: Format, text: string, code: string, message = /./) =>
  assert.throws(
    () => read(format, text),
    (error) => error instanceof Refusal && error.code === code && error.status === 400 && message.test(error.detail.en),
    text.slice(0, 80),
  );

describe('forms', () => {
  test('values get the types of the schema; what has no such form stays text for validation to name', () => {
    assert.deepEqual(read(form, 'code=007&amount=12.50&count=3&paid=true&note='), {
      code: '007',
      amount: 12.5,
      count: 3,
      paid: true,
      note: null,
    });
    assert.deepEqual(read(form, 'amount=much&paid=maybe&count=0x10'), { amount: 'much', paid: 'maybe', count: '0x10' });
  });

  test('brackets and dots nest, and lists come in every spelling', () => {
    for (const text of [
      'address[city]=S%C3%A3o+Paulo&address[floor]=8',
      'address.city=S%C3%A3o+Paulo&address.floor=8',
    ]) {
      assert.deepEqual(read(form, text), { address: { city: 'São Paulo', floor: 8 } }, text);
    }
    for (const text of [
      'tags=a&tags=b',
      'tags[]=a&tags[]=b',
      'tags[0]=a&tags[1]=b',
      'tags.0=a&tags.1=b',
      'tags[7]=b&tags[2]=a',
    ]) {
      assert.deepEqual(read(form, text), { tags: ['a', 'b'] }, text);
    }
    assert.deepEqual(read(form, 'tags=one&numbers[]=1'), { tags: ['one'], numbers: [1] });
    assert.deepEqual(read(form, 'tags='), { tags: [] });
    const items = {
      items: [
        { name: 'a', quantity: 1 },
        { name: 'b', quantity: 2 },
      ],
    };
    for (const text of [
      'items[0][name]=a&items[0][quantity]=1&items[1][name]=b&items[1][quantity]=2',
      'items[0].name=a&items[0].quantity=1&items[1].name=b&items[1].quantity=2',
      'items[][name]=a&items[][quantity]=1&items[][name]=b&items[][quantity]=2',
      `items=${encodeURIComponent(JSON.stringify(items.items))}`,
      items.items.map((item) => `items=${encodeURIComponent(JSON.stringify(item))}`).join('&'),
    ]) {
      assert.deepEqual(read(form, text), items, text);
    }
  });

  test('names inside brackets are taken as they are', () => {
    assert.deepEqual(read(form, 'metadata[a.b]=1&metadata[c%20d]=2'), { metadata: { 'a.b': '1', 'c d': '2' } });
  });

  test('hostile forms are refused, and change no prototype', () => {
    for (const name of [
      '__proto__[admin]',
      '__proto__.admin',
      'address[__proto__][admin]',
      'constructor[prototype][admin]',
      'metadata[prototype]',
    ]) {
      refuses(form, `${name}=true`, 'invalid_form', /may be called/);
    }
    assert.equal(({} as { admin?: string }).admin, undefined);
    refuses(form, `a${'[b]'.repeat(50)}=1`, 'invalid_form', /deep/);
    refuses(form, 'a=1&'.repeat(6000), 'invalid_form', /more than 5000/);
    refuses(form, 'code=%E3%28', 'invalid_form', /UTF-8/);
    refuses(form, 'code=%00', 'invalid_form');
    refuses(form, 'code=%', 'invalid_form');
    refuses(form, 'address=x&address[city]=y', 'invalid_form', /both a value and an object/);
    refuses(form, 'address[city=y', 'invalid_form', /brackets/);
    assert.deepEqual(read(form, 'tags[999999]=a'), { tags: ['a'] }, 'a position allocates nothing');
  });

  test('JSON that was sent as a form is called by its name', () =>
    refuses(form, '{"code": "1"}', 'invalid_form', /application\/json/));
});

describe('XML in', () => {
  test('names, lists and types come from the schema, whatever the root is called', () => {
    const text = `<?xml version="1.0" encoding="UTF-8"?>
      <!-- an order --><pedido version="2" xmlns="urn:any">
        <code>007</code><amount>12.50</amount><paid>true</paid><note/>
        <tags><tag>a &amp; b</tag><tag><![CDATA[<c>]]></tag></tags>
        <numbers>1</numbers><numbers>2</numbers>
        <items><item><name>S&#xE3;o</name><quantity>1</quantity></item></items>
        <address><city>Santos</city></address>
        <metadata><c_x0020_d>2</c_x0020_d></metadata>
      </pedido>`;
    assert.deepEqual(read(xml, text), {
      version: 2,
      code: '007',
      amount: 12.5,
      paid: true,
      note: null,
      tags: ['a & b', '<c>'],
      numbers: [1, 2],
      items: [{ name: 'São', quantity: 1 }],
      address: { city: 'Santos' },
      metadata: { 'c d': '2' },
    });
  });

  test('nothing, xsi:nil, and prefixes', () => {
    const text =
      '<x:order xmlns:x="urn:x" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><x:note xsi:nil="true"/><x:tags/><x:address/></x:order>';
    assert.deepEqual(read(xml, text), { note: null, tags: [], address: {} });
  });

  test('there is no DTD, and so no entities to expand or fetch', () => {
    const bomb =
      '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><order><code>&b;</code></order>';
    const file = '<!DOCTYPE order [<!ENTITY x SYSTEM "file:///etc/passwd">]><order><code>&x;</code></order>';
    for (const text of [
      bomb,
      file,
      '<!DOCTYPE order SYSTEM "http://elsewhere.example/x.dtd"><order/>',
      '<order><!ENTITY x "y"></order>',
    ])
      refuses(xml, text, 'invalid_xml', /DTD/);
    refuses(xml, '<order><code>&x;</code></order>', 'invalid_xml', /entity/);
    refuses(xml, '<order><code>&constructor;</code></order>', 'invalid_xml', /entity/);
  });

  test('bounds hold', () => {
    refuses(xml, `${'<a>'.repeat(60)}${'</a>'.repeat(60)}`, 'invalid_xml', /levels deep/);
    refuses(xml, '<a>'.repeat(300_000), 'invalid_xml', /levels deep/);
    refuses(xml, `<order>${'<a/>'.repeat(20_001)}</order>`, 'invalid_xml', /elements/);
    refuses(
      xml,
      `<order ${Array.from({ length: 60 }, (_, i) => `a${i}="1"`).join(' ')}/>`,
      'invalid_xml',
      /attributes/,
    );
  });

  test('what is not well formed is refused with its line and column', () => {
    refuses(xml, '<order>\n  <code>1</cod>\n</order>', 'invalid_xml', /line 2, column \d+: <\/code> is expected/);
    for (const text of [
      '',
      '   ',
      'text',
      '<order>',
      '<order/><order/>',
      '<order></order>text',
      '<order a="1" a="2"/>',
      '<order a=1/>',
      '<order a="<"/>',
      '<order><',
      '< order/>',
      '<order>&amp</order>',
      '<order>a & b</order>',
      '<order>&#0;</order>',
      '<order>&#xD800;</order>',
      '<order>]]></order>',
      '<order><!-- a -- b --></order>',
      '<order><!-- a</order>',
      '<order>\u0001</order>',
      ' <?xml version="1.0"?><order/>',
      '<?xml version="2.0"?><order/>',
      '<![CDATA[x]]>',
      '<order><![CDATA[x</order>',
      '<1/>',
      '<a:b:c/>',
      '{"code": 1}',
    ])
      refuses(xml, text, 'invalid_xml');
  });

  test('names that would change prototypes are refused', () => {
    for (const name of ['__proto__', 'constructor', 'prototype', '_x005F__proto__'])
      refuses(xml, `<order><metadata><${name}>1</${name}></metadata></order>`, 'invalid_xml', /may be called/);
  });

  test('another encoding than UTF-8 is 415', () => {
    assert.throws(
      () => read(xml, '<?xml version="1.0" encoding="ISO-8859-1"?><order/>'),
      (error) => error instanceof Refusal && error.status === 415,
    );
  });
});

describe('XML out', () => {
  const write = (value: unknown, of = schema) => xml.write?.(value, { document, schema: of }) as string;

  test('what was written is read back as it was', () => {
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

  test('lists are wrapped in the name that their schema gives', () => {
    const list: Schema = { type: 'array', items: schema, xml: { name: 'orders', wrapped: true } };
    assert.equal(
      write([{ code: '1' }], list),
      '<?xml version="1.0" encoding="UTF-8"?>\n<orders>\n  <order>\n    <code>1</code>\n  </order>\n</orders>\n',
    );
    assert.equal(write([], list), '<?xml version="1.0" encoding="UTF-8"?>\n<orders/>\n');
  });

  test('what XML cannot hold is replaced, so that every answer is well formed', () => {
    const written = write({ code: 'a\u0001b\ud800c\r', address: 'b\u000b' });
    for (const character of ['\u0001', '\u000b', '\r']) assert.ok(!written.includes(character));
    assert.deepEqual(read(xml, written), { code: 'a\ufffdb\ufffdc\r', address: 'b\ufffd' });
  });

  test('any name of a property makes a name in XML, and comes back', () => {
    for (const name of ['a', 'a b', '1', '', '<', 'a:b', '_x0020_', 'é', '-a', '😀', 'xml'])
      assert.equal(decodeName(encodeName(name)), name);
  });
});
