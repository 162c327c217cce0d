import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Refusal } from '../../answers/refusal.ts';
import { read, refuses } from '../../testing/read-order.ts';
import { xml } from './xml.ts';

describe('reading XML', () => {
  test('names, lists and types come from the schema, whatever the root element', () => {
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

  test('empty elements, xsi:nil, and prefixes', () => {
    const text =
      '<x:order xmlns:x="urn:x" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><x:note xsi:nil="true"/><x:tags/><x:address/></x:order>';
    assert.deepEqual(read(xml, text), { note: null, tags: [], address: {} });
  });

  test('a DTD is refused, so no entities are expanded or fetched', () => {
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

  test('limits are enforced', () => {
    refuses(xml, `${'<a>'.repeat(60)}${'</a>'.repeat(60)}`, 'invalid_xml', /levels deep/);
    refuses(xml, '<a>'.repeat(80_000), 'invalid_xml', /levels deep/);
    refuses(xml, `<order>${'<a/>'.repeat(5_001)}</order>`, 'invalid_xml', /elements/);
    refuses(
      xml,
      `<order ${Array.from({ length: 60 }, (_, i) => `a${i}="1"`).join(' ')}/>`,
      'invalid_xml',
      /attributes/,
    );
  });

  test('malformed XML is refused with line and column', () => {
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

  test('names that would pollute prototypes are refused', () => {
    for (const name of ['__proto__', 'constructor', 'prototype', '_x005F__proto__'])
      refuses(xml, `<order><metadata><${name}>1</${name}></metadata></order>`, 'invalid_xml', /may be called/);
  });

  test('an encoding other than UTF-8 is 415', () => {
    assert.throws(
      () => read(xml, '<?xml version="1.0" encoding="ISO-8859-1"?><order/>'),
      (error) => error instanceof Refusal && error.status === 415,
    );
  });
});
