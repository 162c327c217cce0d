import type { ExcerptPart } from './excerpt.ts';
import { unaccented, wordsOf } from './key-of.ts';

/** Marks the words of a title or path that begin like a word of the query, ignoring accents. */
export function highlight(text: string, query: string): ExcerptPart[] {
  const wanted = wordsOf(query).map(unaccented);
  return (text.match(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+/gu) ?? []).flatMap((word) => {
    const plain = unaccented(word);
    const hit = wanted.filter((start) => plain.startsWith(start)).sort((a, b) => b.length - a.length)[0];
    if (!hit) return [{ text: word, marked: false }];
    // In NFC, the form of all portal texts, a letter with its accent is one character.
    const parts = [
      { text: word.slice(0, hit.length), marked: true },
      { text: word.slice(hit.length), marked: false },
    ];
    return parts.filter((part) => part.text !== '');
  });
}
