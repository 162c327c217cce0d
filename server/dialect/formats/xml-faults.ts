import type { Texts } from '../../answers/texts.ts';

/** The state of the XML parser when it found a fault. */
export interface FaultPlace {
  source: string;
  /** The index of the last character read. */
  at: number;
  /** The element of the last start tag, and the one whose end tag is expected. */
  tag: string;
  due: string;
}

/** Messages of saxes and their replacements; the first match wins. */
const faults: [message: RegExp, en: string, pt: string][] = [
  [/char data/, '"]]>" is not allowed in text; write ]]&gt;', '"]]>" não é permitido em texto; escreva ]]&gt;'],
  [/text data outside/, 'there is text outside the root element', 'há texto fora do elemento raiz'],
  [/contain a root/, 'there is no element', 'não há nenhum elemento'],
  [/only one root/, 'there is more than one root element', 'há mais de um elemento raiz'],
  [/^unclosed tag: (.*)/, '<{named}> is not closed', '<{named}> não é fechado'],
  [/unmatched closing/, 'no element is open here', 'nenhum elemento está aberto aqui'],
  [/clos(e|ing) tag/, '</{due}> is expected here', 'era esperado </{due}> aqui'],
  [/^duplicate attribute: (.*)\./, 'the attribute {named} is repeated', 'o atributo {named} se repete'],
  [/in tag name$/, '"<" does not start a tag here; write &lt;', '"<" não abre uma tag aqui; escreva &lt;'],
  [/ tag|attribute/, 'the tag <{tag}> is not well-formed', 'a tag <{tag}> não está bem formada'],
  [/comment/, '"--" is not allowed inside a comment', '"--" não pode ficar dentro de um comentário'],
  [/processing instruction/, '"<?" must be followed by a name', '"<?" deve ser seguido de um nome'],
  [
    /character entity/,
    'this reference is to a character that XML does not allow',
    'esta referência indica um caractere que o XML não permite',
  ],
  [/^disallowed character/, 'a control character', 'um caractere de controle'],
  [/unexpected end/, 'the document ends unexpectedly', 'o documento termina de forma inesperada'],
  [
    /./,
    'the XML declaration is not well-formed, or not at the start',
    'a declaração XML está malformada ou fora do início',
  ],
];

/** Translates a message of saxes, and locates the fault. */
export function explainFault(message: string, place: FaultPlace): { texts: Texts; at: number } {
  const culprit = /doctype|incorrect syntax|entity|contain a root|^unclosed|unexpected end/.test(message)
    ? findCulprit(place.source)
    : undefined;
  if (culprit && culprit.at <= place.at) return culprit;
  const isLess = message === 'disallowed character.' && place.source[place.at] === '<';
  const actual = isLess ? 'disallowed character in attribute value' : message;
  const [pattern, en, pt] = faults.find(([pattern]) => pattern.test(actual)) as (typeof faults)[number];
  const { tag, due } = place;
  const named = pattern.exec(actual)?.[1] ?? '';
  const fill = (text: string) => text.replace('{tag}', tag).replace('{due}', due).replace('{named}', named);
  return { texts: { en: fill(en), pt: fill(pt) }, at: place.at };
}

/** Comments and similar constructs, to their end or the end of the text: matching takes linear time. */
const suspects =
  /<!--[\s\S]*?(?:-->|(?<end>$))|<!\[CDATA\[[\s\S]*?(?:\]\]>|(?<end>$))|<\?[\s\S]*?(?:\?>|(?<end>$))|(?<dtd><!)|(?<loose>&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)[^;&\s<"']{0,12};?)/g;

/** Finds constructs that saxes only reports further down: for example, it reads a loose "&" up to the next ";". */
function findCulprit(source: string): { texts: Texts; at: number } | undefined {
  for (const { index: at, 0: found, groups: { end, dtd, loose } = {} } of source.matchAll(suspects)) {
    if (dtd) return { at, texts: { en: 'DTDs are not accepted', pt: 'DTD não é aceita' } };
    if (loose)
      return {
        at,
        texts: {
          en: `${loose} is not an accepted entity; write & as &amp;`,
          pt: `${loose} não é uma entidade aceita; escreva & como &amp;`,
        },
      };
    const start = found.slice(0, 4);
    if (end !== undefined)
      return {
        at,
        texts: { en: `"${start}" is never closed`, pt: `"${start}" não é fechado` },
      };
  }
  return undefined;
}
