import type { Texts } from '../../answers/texts.ts';

/** Where a reader of XML stood when it found a fault. */
export interface FaultPlace {
  source: string;
  /** The character that was read last. */
  at: number;
  /** The element whose start tag was read last, and the one whose end tag is due. */
  tag: string;
  due: string;
}

/** What saxes says, and how it is said here: first match first. */
const faults: [message: RegExp, en: string, pt: string][] = [
  [/char data/, '"]]>" is not text; write ]]&gt;', '"]]>" não é texto; escreva ]]&gt;'],
  [/text data outside/, 'there is text outside the root element', 'há texto fora do elemento raiz'],
  [/contain a root/, 'there is no element', 'não há nenhum elemento'],
  [/only one root/, 'there is more than one root element', 'há mais de um elemento raiz'],
  [/^unclosed tag: (.*)/, '<{named}> is not closed', '<{named}> não é fechado'],
  [/unmatched closing/, 'no element is open here', 'nenhum elemento está aberto aqui'],
  [/clos(e|ing) tag/, '</{due}> is expected here', 'aqui se espera </{due}>'],
  [/^duplicate attribute: (.*)\./, 'the attribute {named} is there twice', 'o atributo {named} se repete'],
  [/in tag name$/, '"<" begins no tag here; write &lt;', '"<" não abre uma tag aqui; escreva &lt;'],
  [/ tag|attribute/, 'the tag <{tag}> is not well formed', 'a tag <{tag}> não está bem formada'],
  [/comment/, '"--" may not stand inside a comment', '"--" não pode ficar dentro de um comentário'],
  [/processing instruction/, '"<?" needs a name behind it', '"<?" precisa de um nome depois dele'],
  [
    /character entity/,
    'this reference leads to no character that XML allows',
    'esta referência não leva a nenhum caractere que XML permita',
  ],
  [/^disallowed character/, 'a control character', 'um caractere de controle'],
  [/unexpected end/, 'the document ends in the middle', 'o documento termina no meio'],
  [
    /./,
    'the XML declaration is not well formed, or not at the start',
    'a declaração XML está malformada ou fora do início',
  ],
];

/** Puts a fault into the words of this portal, and says where it is. */
export function explainFault(message: string, place: FaultPlace): { texts: Texts; at: number } {
  const culprit = /doctype|incorrect syntax|entity|contain a root|^unclosed|unexpected end/.test(message)
    ? findCulprit(place.source)
    : undefined;
  if (culprit && culprit.at <= place.at) return culprit;
  const isLess = message === 'disallowed character.' && place.source[place.at] === '<';
  const said = isLess ? 'disallowed character in attribute value' : message;
  const [pattern, en, pt] = faults.find(([pattern]) => pattern.test(said)) as (typeof faults)[number];
  const { tag, due } = place;
  const named = pattern.exec(said)?.[1] ?? '';
  const fill = (text: string) => text.replace('{tag}', tag).replace('{due}', due).replace('{named}', named);
  return { texts: { en: fill(en), pt: fill(pt) }, at: place.at };
}

/** Comments and the like, whole, or to the end of the text: looking for their end takes no longer than the text is long. */
const suspects =
  /<!--[\s\S]*?(?:-->|(?<end>$))|<!\[CDATA\[[\s\S]*?(?:\]\]>|(?<end>$))|<\?[\s\S]*?(?:\?>|(?<end>$))|(?<dtd><!)|(?<loose>&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)[^;&\s<"']{0,12};?)/g;

/** What makes saxes read on, and complain of something further down: a loose "&" goes on to the next ";". */
function findCulprit(source: string): { texts: Texts; at: number } | undefined {
  for (const { index: at, 0: found, groups: { end, dtd, loose } = {} } of source.matchAll(suspects)) {
    if (dtd) return { at, texts: { en: 'a DTD is not taken', pt: 'DTD não é aceita' } };
    if (loose)
      return {
        at,
        texts: {
          en: `${loose} is no entity that is taken; write & as &amp;`,
          pt: `${loose} não é uma entidade aceita; escreva & como &amp;`,
        },
      };
    const start = found.slice(0, 4);
    if (end !== undefined)
      return {
        at,
        texts: { en: `what "${start}" begins does not end`, pt: `o que "${start}" abre não termina` },
      };
  }
  return undefined;
}
