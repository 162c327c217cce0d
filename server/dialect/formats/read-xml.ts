import { SaxesParser } from 'saxes';
import type { MessageKey } from '../../answers/catalogue.ts';
import { say } from '../../answers/say.ts';
import type { Texts } from '../../answers/texts.ts';
import { explainFault } from './xml-faults.ts';

/** An element; names have no namespace prefix. */
export interface XmlElement {
  name: string;
  attributes: Map<string, string>;
  children: XmlElement[];
  text: string;
}

/** Thrown if a text is not acceptable XML, with line and column. */
export class XmlFault extends Error {
  readonly texts: Texts;
  constructor(texts: Texts) {
    super(texts.en);
    this.texts = texts;
  }
}

/** Reading XML takes ten times as long as JSON, so that less of it is read at once. */
const limits = { characters: 256 * 1024, depth: 50, elements: 5_000, attributes: 50, allAttributes: 5_000 };

/** A name with an optional prefix; saxes checks colons only with namespaces on. */
const qualified = /^[^:]+(?::[^:\d.\-·][^:]*)?$/;

/** Parses well-formed XML without a DTD: only the five predefined entities, and limits on depth and size. */
export function readXml(source: string): { root: XmlElement; encoding?: string } {
  if (source.length > limits.characters) {
    throw new XmlFault(say('xml.too-long', { characters: limits.characters }));
  }
  // saxes would pair a lone surrogate with the next character.
  if (!source.isWellFormed()) throw faultAt(source, source.search(/\p{Surrogate}/u), say('xml.surrogate'));
  // XML 1.0 rules, whatever the declaration says: 1.1 allows control characters.
  const parser = new SaxesParser({ position: false, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  const top = newElement('');
  const open = [{ name: '', element: top }];
  const count = { elements: 0, attributes: 0, allAttributes: 0 };
  let [tag, closed] = ['', ''];
  let encoding: string | undefined;

  parser.on('error', ({ message }) => {
    const due = message === 'unexpected close tag.' ? closed : innermost().name;
    const { texts, at } = explainFault(message, { source, at: lastRead(), tag, due });
    throw faultAt(source, at, texts);
  });
  parser.on('xmldecl', (declaration) => {
    encoding = declaration.encoding;
  });
  parser.on('doctype', () => parser.fail('doctype'));
  parser.on('opentagstart', ({ name }) => {
    tag = name;
    count.attributes = 0;
    if (++count.elements > limits.elements) refuse('xml.too-many-elements', limits.elements);
  });
  parser.on('attribute', () => {
    if (++count.attributes > limits.attributes) refuse('xml.too-many-attributes', limits.attributes);
    if (++count.allAttributes > limits.allAttributes) refuse('xml.too-many-attributes-in-all', limits.allAttributes);
  });
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    if (![name, ...Object.keys(attributes)].every((each) => qualified.test(each))) parser.fail('malformed name in tag');
    if (open.length > limits.depth && !isSelfClosing) refuse('xml.too-deep', limits.depth);
    const element = newElement(name.slice(name.indexOf(':') + 1), new Map(Object.entries(attributes)));
    innermost().element.children.push(element);
    open.push({ name, element });
  });
  parser.on('closetag', ({ name }) => {
    open.pop();
    closed = name;
  });
  const add = (text: string) => {
    innermost().element.text += text;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(source).close();
  return { root: top.children[0] as XmlElement, encoding };

  function innermost() {
    return open.at(-1) as (typeof open)[number];
  }

  function lastRead(): number {
    return Math.max(parser.position - 1, 0);
  }

  function refuse(key: MessageKey, limit: number): void {
    throw faultAt(source, lastRead(), say(key, { limit }));
  }
}

function newElement(name: string, attributes = new Map<string, string>()): XmlElement {
  return { name, attributes, children: [], text: '' };
}

function faultAt(source: string, at: number, reason: Texts): XmlFault {
  const before = source.slice(0, at).split(/\r\n?|\n/);
  const [line, column] = [before.length, (before.at(-1)?.length ?? 0) + 1];
  return new XmlFault(say('xml.at', { line, column, reason }));
}
