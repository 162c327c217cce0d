import type { Texts } from '../../answers/texts.ts';

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

const nameText = String.raw`[\p{L}_][\p{L}\p{N}_.\-·]*(?::[\p{L}_][\p{L}\p{N}_.\-·]*)?`;
const patterns = {
  declaration:
    /<\?xml\s+version\s*=\s*["']1\.\d["'](?:\s+encoding\s*=\s*["']([A-Za-z0-9._-]+)["'])?(?:\s+standalone\s*=\s*["'](?:yes|no)["'])?\s*\?>/y,
  open: new RegExp(`<(${nameText})`, 'uy'),
  attribute: new RegExp(String.raw`\s+(${nameText})\s*=\s*(?:"([^<"]*)"|'([^<']*)')`, 'uy'),
  openEnd: /\s*(\/?)>/y,
  close: new RegExp(String.raw`</(${nameText})\s*>`, 'uy'),
};

/** Reads well-formed XML without a DTD: no entities but the five that XML itself has, and bounds on depth and number. */
export function readXml(source: string): { root: XmlElement; encoding?: string } {
  const text = source.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const forbidden = text.search(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
  if (forbidden >= 0) throw faultAt(text, forbidden, { en: 'a control character', pt: 'um caractere de controle' });
  const reader = new Reader(text);
  return reader.document();
}

class Reader {
  private readonly text: string;
  private at = 0;
  private elements = 0;
  private readonly open: { element: XmlElement; name: string }[] = [];
  private root: XmlElement | undefined;

  constructor(text: string) {
    this.text = text;
  }

  document(): { root: XmlElement; encoding?: string } {
    const encoding = this.take(patterns.declaration)?.[1];
    while (this.at < this.text.length) this.step();
    const unclosed = this.open.at(-1);
    if (unclosed) this.fail({ en: `<${unclosed.name}> is not closed`, pt: `<${unclosed.name}> não é fechado` });
    if (!this.root) this.fail({ en: 'there is no element', pt: 'não há nenhum elemento' });
    return { root: this.root as XmlElement, encoding };
  }

  private step(): void {
    const { text, at } = this;
    if (text[at] !== '<') this.characters();
    else if (text.startsWith('<!--', at)) this.skip('<!--', '-->', '--');
    else if (text.startsWith('<![CDATA[', at)) this.cdata();
    else if (text.startsWith('<!', at)) this.fail({ en: 'a DTD is not taken', pt: 'DTD não é aceita' });
    else if (text.startsWith('<?', at)) this.instruction();
    else if (text.startsWith('</', at)) this.end();
    else this.start();
  }

  private start(): void {
    const name = this.take(patterns.open)?.[1];
    if (name === undefined)
      throw this.fault({ en: '"<" begins no tag here; write &lt;', pt: '"<" não abre uma tag aqui; escreva &lt;' });
    if (this.root && this.open.length === 0)
      this.fail({ en: 'there is more than one root element', pt: 'há mais de um elemento raiz' });
    if (++this.elements > most.elements)
      this.fail({ en: `more than ${most.elements} elements`, pt: `mais de ${most.elements} elementos` });
    const element: XmlElement = { name: localName(name), attributes: this.attributes(), children: [], text: '' };
    const end = this.take(patterns.openEnd);
    if (!end) this.fail({ en: `the tag <${name}> is not well formed`, pt: `a tag <${name}> não está bem formada` });
    this.open.at(-1)?.element.children.push(element);
    this.root ??= element;
    if (end?.[1] === '/') return;
    this.open.push({ element, name });
    if (this.open.length > most.depth)
      this.fail({ en: `more than ${most.depth} levels deep`, pt: `mais de ${most.depth} níveis` });
  }

  private attributes(): Map<string, string> {
    const attributes = new Map<string, string>();
    for (let found = this.take(patterns.attribute); found; found = this.take(patterns.attribute)) {
      const name = found[1] as string;
      if (attributes.has(name))
        this.fail({ en: `the attribute ${name} is there twice`, pt: `o atributo ${name} se repete` });
      if (attributes.size >= most.attributes)
        this.fail({ en: `more than ${most.attributes} attributes`, pt: `mais de ${most.attributes} atributos` });
      attributes.set(name, this.decode((found[2] ?? found[3] ?? '').replaceAll(/[\t\n]/g, ' ')));
    }
    return attributes;
  }

  private end(): void {
    const name = this.take(patterns.close)?.[1];
    const opened = this.open.pop()?.name;
    if (name === undefined || name !== opened)
      this.fail({ en: `</${opened ?? ''}> is expected here`, pt: `aqui se espera </${opened ?? ''}>` });
  }

  private characters(): void {
    const next = this.text.indexOf('<', this.at);
    const raw = this.text.slice(this.at, next < 0 ? undefined : next);
    const element = this.open.at(-1)?.element;
    if (!element && raw.trim() !== '')
      this.fail({ en: 'there is text outside the root element', pt: 'há texto fora do elemento raiz' });
    if (raw.includes(']]>'))
      this.fail({ en: '"]]>" is not text; write ]]&gt;', pt: '"]]>" não é texto; escreva ]]&gt;' });
    if (element) element.text += this.decode(raw);
    this.at += raw.length;
  }

  private cdata(): void {
    const element = this.open.at(-1)?.element;
    if (!element)
      throw this.fault({ en: 'there is text outside the root element', pt: 'há texto fora do elemento raiz' });
    const start = this.at + '<![CDATA['.length;
    this.skip('<![CDATA[', ']]>');
    element.text += this.text.slice(start, this.at - ']]>'.length);
  }

  private instruction(): void {
    if (/^<\?xml[\s?]/i.test(this.text.slice(this.at, this.at + 6)))
      this.fail({
        en: 'the XML declaration is not well formed, or not at the start',
        pt: 'a declaração XML está malformada ou fora do início',
      });
    this.skip('<?', '?>');
  }

  /** Goes behind what ends a comment, an instruction or CDATA; `never` may not stand inside. */
  private skip(start: string, end: string, never?: string): void {
    const from = this.at + start.length;
    const found = this.text.indexOf(end, from);
    if (found < 0 || (never && this.text.indexOf(never, from) < found))
      this.fail({
        en: `what "${start}" begins is not ended by "${end}"`,
        pt: `o que "${start}" abre não termina em "${end}"`,
      });
    this.at = found + end.length;
  }

  private decode(raw: string): string {
    return raw.replaceAll(/&([^;&\s]{0,12};?)/g, (whole, reference: string) => {
      const text = characterOf(reference);
      if (text === undefined)
        this.fail({
          en: `${whole} is no entity that is taken; write & as &amp;`,
          pt: `${whole} não é uma entidade aceita; escreva & como &amp;`,
        });
      return text as string;
    });
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at += found[0].length;
    return found;
  }

  private fail(texts: Texts): void {
    throw this.fault(texts);
  }

  private fault(texts: Texts): XmlFault {
    return faultAt(this.text, this.at, texts);
  }
}

const named: Record<string, string> = { 'amp;': '&', 'lt;': '<', 'gt;': '>', 'quot;': '"', 'apos;': "'" };

/** The character of a reference; undefined when it is none, or one that XML forbids. */
function characterOf(reference: string): string | undefined {
  if (Object.hasOwn(named, reference)) return named[reference];
  const [, hexadecimal, decimal] = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}));$/.exec(reference) ?? [];
  const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal ?? Number.NaN);
  const isAllowed =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code < 0xd800) ||
    (code > 0xdfff && code < 0xfffe) ||
    (code > 0xffff && code <= 0x10ffff);
  return isAllowed ? String.fromCodePoint(code) : undefined;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function faultAt(text: string, at: number, { en, pt }: Texts): XmlFault {
  const before = text.slice(0, at).split('\n');
  const [line, column] = [before.length, (before.at(-1)?.length ?? 0) + 1];
  return new XmlFault({ en: `line ${line}, column ${column}: ${en}`, pt: `linha ${line}, coluna ${column}: ${pt}` });
}
