import type { MessageKey } from '../../answers/catalogue.ts';
import { say } from '../../answers/say.ts';
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

/** Messages of saxes and what is said instead; the first match wins. */
const faults: [message: RegExp, key: MessageKey][] = [
  [/char data/, 'xml.cdata-end'],
  [/text data outside/, 'xml.text-outside-root'],
  [/contain a root/, 'xml.no-element'],
  [/only one root/, 'xml.several-roots'],
  [/^unclosed tag: (.*)/, 'xml.unclosed'],
  [/unmatched closing/, 'xml.nothing-open'],
  [/clos(e|ing) tag/, 'xml.end-tag-expected'],
  [/^duplicate attribute: (.*)\./, 'xml.repeated-attribute'],
  [/in tag name$/, 'xml.no-tag-here'],
  [/ tag|attribute/, 'xml.malformed-tag'],
  [/comment/, 'xml.comment'],
  [/processing instruction/, 'xml.processing-instruction'],
  [/character entity/, 'xml.character-reference'],
  [/^disallowed character/, 'xml.control-character'],
  [/unexpected end/, 'xml.ends'],
  [/./, 'xml.declaration'],
];

/** Explains a message of saxes, and locates the fault. */
export function explainFault(message: string, place: FaultPlace): { texts: Texts; at: number } {
  const culprit = /doctype|incorrect syntax|entity|contain a root|^unclosed|unexpected end/.test(message)
    ? findCulprit(place.source)
    : undefined;
  if (culprit && culprit.at <= place.at) return culprit;
  const isLess = message === 'disallowed character.' && place.source[place.at] === '<';
  const actual = isLess ? 'disallowed character in attribute value' : message;
  const [pattern, key] = faults.find(([pattern]) => pattern.test(actual)) as (typeof faults)[number];
  const { tag, due } = place;
  const named = pattern.exec(actual)?.[1] ?? '';
  return { texts: say(key, { tag, due, named }), at: place.at };
}

/** Comments and similar constructs, to their end or the end of the text: matching takes linear time. */
const suspects =
  /<!--[\s\S]*?(?:-->|(?<end>$))|<!\[CDATA\[[\s\S]*?(?:\]\]>|(?<end>$))|<\?[\s\S]*?(?:\?>|(?<end>$))|(?<dtd><!)|(?<loose>&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)[^;&\s<"']{0,12};?)/g;

/** Finds constructs that saxes only reports further down: for example, it reads a loose "&" up to the next ";". */
function findCulprit(source: string): { texts: Texts; at: number } | undefined {
  for (const { index: at, 0: found, groups: { end, dtd, loose } = {} } of source.matchAll(suspects)) {
    if (dtd) return { at, texts: say('xml.dtd') };
    if (loose)
      return {
        at,
        texts: say('xml.entity', { loose }),
      };
    const start = found.slice(0, 4);
    if (end !== undefined)
      return {
        at,
        texts: say('xml.never-closed', { start }),
      };
  }
  return undefined;
}
