import type { ExcerptPart } from './excerpt.ts';
import { unaccented, wordsOf } from './key-of.ts';

/** Marks the words of a title or path that begin like a word of the query, ignoring accents. */
export function highlight(text: string, query: string): ExcerptPart[] {
  // The longest first: of two that fit, it marks more.
  const wanted = wordsOf(query)
    .map(unaccented)
    .sort((a, b) => b.length - a.length);
  return (text.match(/[\p{L}\p{M}\p{N}_]+|[^\p{L}\p{M}\p{N}_]+/gu) ?? []).flatMap((word) => {
    const whole = mark(word, wanted);
    return whole ?? word.split(/(_)/).flatMap((part) => mark(part, wanted) ?? [{ text: part, marked: false }]);
  });
}

function mark(word: string, wanted: string[]): ExcerptPart[] | undefined {
  const plain = unaccented(word);
  const hit = wanted.find((start) => plain.startsWith(start));
  if (!hit) return undefined;
  // In NFC, the form of all portal texts, a letter with its accent is one character.
  const parts = [
    { text: word.slice(0, hit.length), marked: true },
    { text: word.slice(hit.length), marked: false },
  ];
  return parts.filter((part) => part.text !== '');
}
