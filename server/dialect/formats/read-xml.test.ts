import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readXml, XmlFault } from './read-xml.ts';

/** Why a text is refused, in English. */
function faultOf(text: string): string {
  try {
    readXml(text);
  } catch (error) {
    if (error instanceof XmlFault) return error.texts.en;
    throw error;
  }
  return 'taken';
}

describe('the XML parser', () => {
  test('accepts every name that XML allows, composed or decomposed', () => {
    for (const name of [
      'descrição',
      'descric\u0327a\u0303o',
      'e\u0301',
      'preço·unitário',
      'a1-b.c_d',
      '名前',
      'नाम',
      '😀',
    ]) {
      const { root } = readXml(`<${name} ${name}="1"><x:${name}>2</x:${name}></${name}>`);
      assert.equal(root.name, name);
      assert.equal(root.attributes.get(name), '1', name);
      assert.equal(root.children[0]?.name, name, 'without its prefix');
    }
  });

  test('joins text, references and CDATA of an element', () => {
    const { root, encoding } = readXml(
      '\uFEFF<?xml version="1.1" encoding="utf-8" standalone=\'yes\'?><!-- <!DOCTYPE a> & --><?go <a> & ?><a b=" 1\t2\r\n&#9;&quot;">' +
        'x\r\ny&amp;&lt;<!-- & --><b/>&#x1F600;&#x00000041;<![CDATA[&amp;<!DOCTYPE c>]]]>\rz\u0085</a>\n<!-- end -->',
    );
    assert.equal(encoding, 'utf-8');
    assert.equal(root.text, 'x\ny&<😀A&amp;<!DOCTYPE c>]\nz\u0085');
    assert.equal(root.attributes.get('b'), ' 1 2 \t"');
    assert.deepEqual(
      root.children.map(({ name, text }) => [name, text]),
      [['b', '']],
    );
  });

  test('reports what is wrong, and where', () => {
    for (const [text, fault] of [
      ['', 'line 1, column 1: there is no element'],
      ['<a>\n<b></a>', 'line 2, column 7: </b> is expected here'],
      ['<x:a></x:b>', 'line 1, column 11: </x:a> is expected here'],
      ['<a></ a>', 'line 1, column 7: </a> is expected here'],
      ['<a><b></a', 'line 1, column 9: <b> is not closed'],
      ['</a>', 'line 1, column 4: no element is open here'],
      ['<a>\r\n  x & y\n</a>', 'line 2, column 5: & is not an accepted entity; write & as &amp;'],
      ['<a b="&nbsp;"/>', 'line 1, column 7: &nbsp; is not an accepted entity; write & as &amp;'],
      ['<a>&b</a>;', 'line 1, column 4: &b is not an accepted entity; write & as &amp;'],
      ['<a><![CDATA[&]]><!-- & -->&</a>', 'line 1, column 27: & is not an accepted entity; write & as &amp;'],
      ['<a>&#1;</a>', 'line 1, column 7: this reference is to a character that XML does not allow'],
      ['<a>&#xD800;</a>', 'line 1, column 11: this reference is to a character that XML does not allow'],
      ['<a>\n\u0001</a>', 'line 2, column 1: a control character'],
      ['<?xml version="1.1"?><a>\u0085\ufffe</a>', 'line 1, column 26: a control character'],
      ['<a>\ud800</a>', 'line 1, column 4: an unpaired surrogate'],
      ['<a b="<"/>', 'line 1, column 7: the tag <a> is not well-formed'],
      ['<a b=1/>', 'line 1, column 6: the tag <a> is not well-formed'],
      ['<a b/>', 'line 1, column 5: the tag <a> is not well-formed'],
      ['<a b="1"c="2"/>', 'line 1, column 9: the tag <a> is not well-formed'],
      ['<a:b:c/>', 'line 1, column 8: the tag <a:b:c> is not well-formed'],
      ['<a :b="1"/>', 'line 1, column 11: the tag <a> is not well-formed'],
      ['<x:1/>', 'line 1, column 6: the tag <x:1> is not well-formed'],
      ['<a>< b/></a>', 'line 1, column 5: "<" does not start a tag here; write &lt;'],
      ['<a b="1" b="2"/>', 'line 1, column 16: the attribute b is repeated'],
      ['<a/><b/>', 'line 1, column 7: there is more than one root element'],
      ['<a/>b', 'line 1, column 6: there is text outside the root element'],
      ['<a/><![CDATA[a]]>', 'line 1, column 13: there is text outside the root element'],
      ['<a>]]></a>', 'line 1, column 6: "]]>" is not allowed in text; write ]]&gt;'],
      ['<a/>\n<!DOCTYPE a>', 'line 2, column 1: DTDs are not accepted'],
      ['<!DOCTYPE a [<!ENTITY b "&c;">', 'line 1, column 1: DTDs are not accepted'],
      ['<!doctype a><a/>', 'line 1, column 1: DTDs are not accepted'],
      ['<a><!b></a>', 'line 1, column 4: DTDs are not accepted'],
      ['<a><!-- -- --></a>', 'line 1, column 11: "--" is not allowed inside a comment'],
      ['<a><!-- & </a>', 'line 1, column 4: "<!--" is never closed'],
      ['<a><![CDATA[</a>', 'line 1, column 4: "<![C" is never closed'],
      ['<a/><?b >', 'line 1, column 5: "<?b " is never closed'],
      ['<a><? b?></a>', 'line 1, column 6: "<?" must be followed by a name'],
    ] as const)
      assert.equal(faultOf(text), fault, text);
    for (const text of [
      ' <?xml version="1.0"?><a/>',
      '<a/><?xml version="1.0"?>',
      '<?xml?><a/>',
      '<?XML version="1.0"?><a/>',
      '<?xml version="2.0"?><a/>',
      '<?xml version="1.0" encoding=utf-8?><a/>',
      '<?xml version="1.0" standalone="maybe"?><a/>',
      '<?xml encoding="utf-8"?><a/>',
    ])
      assert.match(faultOf(text), /the XML declaration is not well-formed, or not at the start/, text);
  });

  test('enforces its limits, and handles unclosed constructs in linear time', () => {
    const deep = (levels: number) => '<a>'.repeat(levels) + '</a>'.repeat(levels);
    assert.equal(faultOf(deep(50)), 'taken');
    assert.match(faultOf(deep(51)), /more than 50 levels deep/);
    assert.equal(faultOf(`<a>${'<b/>'.repeat(4_999)}</a>`), 'taken');
    assert.match(faultOf(`<a>${'<b/>'.repeat(5_000)}</a>`), /more than 5000 elements/);
    const wide = (count: number) => `<a ${Array.from({ length: count }, (_, at) => `b${at}="1"`).join(' ')}/>`;
    assert.equal(faultOf(wide(50)), 'taken');
    assert.match(faultOf(wide(51)), /more than 50 attributes/);
    assert.equal(faultOf(`<a>${wide(50).repeat(100)}</a>`), 'taken');
    assert.match(faultOf(`<a>${wide(50).repeat(101)}</a>`), /more than 5000 attributes in all/);
    assert.equal(faultOf(`<a>${'x'.repeat(256 * 1024 - 7)}</a>`), 'taken');
    assert.match(faultOf(`<a>${'x'.repeat(256 * 1024 - 6)}</a>`), /more than 262144 characters; send it in parts/);
    for (const part of ['<!--', '<![CDATA[', '<?', '&', '&amp;', '<!DOCTYPE a [', '<a ', '</', '<!-- -'])
      assert.notEqual(faultOf(`<a>${part.repeat(250_000 / part.length)}`), 'taken', part);
  });
});
