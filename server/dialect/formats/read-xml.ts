import { SaxesParser } from 'saxes';
import type { Texts } from '../../answers/texts.ts';
import { explainFault } from './xml-faults.ts';

/** An element; names are without their namespace prefix. */
export interface XmlElement {
  name: string;
  attributes: Map<string, string>;
  children: XmlElement[];
  text: string;
}

/** Why a text is not XML that is taken here, and where. */
export class XmlFault extends Error {
  readonly texts: Texts;
  constructor(texts: Texts) {
    super(texts.en);
    this.texts = texts;
  }
}

const most = { depth: 50, elements: 20_000, attributes: 50 };

/** A name, with a prefix or without; saxes leaves colons to namespaces, which do not matter here. */
const qualified = /^[^:]+(?::[^:\d.\-·][^:]*)?$/;

/** Reads well-formed XML without a DTD: no entities but the five that XML itself has, and bounds on depth and number. */
export function readXml(source: string): { root: XmlElement; encoding?: string } {
  // saxes takes what follows half a character for its other half.
  if (!source.isWellFormed())
    throw faultAt(source, source.search(/\p{Surrogate}/u), { en: 'half a character', pt: 'meio caractere' });
  // Control characters stay out, even where the declaration says that this is XML 1.1.
  const parser = new SaxesParser({ position: false, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  const whole = newElement('');
  const open = [{ name: '', element: whole }];
  const count = { elements: 0, attributes: 0 };
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
    if (++count.elements > most.elements) refuse(most.elements, 'elements', 'elementos');
  });
  parser.on('attribute', () => {
    if (++count.attributes > most.attributes) refuse(most.attributes, 'attributes', 'atributos');
  });
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    if (![name, ...Object.keys(attributes)].every((each) => qualified.test(each))) parser.fail('malformed name in tag');
    if (open.length > most.depth && !isSelfClosing) refuse(most.depth, 'levels deep', 'níveis');
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
  return { root: whole.children[0] as XmlElement, encoding };

  function innermost() {
    return open.at(-1) as (typeof open)[number];
  }

  function lastRead(): number {
    return Math.max(parser.position - 1, 0);
  }

  function refuse(limit: number, en: string, pt: string): void {
    throw faultAt(source, lastRead(), { en: `more than ${limit} ${en}`, pt: `mais de ${limit} ${pt}` });
  }
}

function newElement(name: string, attributes = new Map<string, string>()): XmlElement {
  return { name, attributes, children: [], text: '' };
}

function faultAt(source: string, at: number, { en, pt }: Texts): XmlFault {
  const before = source.slice(0, at).split(/\r\n?|\n/);
  const [line, column] = [before.length, (before.at(-1)?.length ?? 0) + 1];
  return new XmlFault({ en: `line ${line}, column ${column}: ${en}`, pt: `linha ${line}, coluna ${column}: ${pt}` });
}
