import type { Names } from './read-names.ts';
import { stemOf } from './stem-of.ts';

/**
 * How well a word of a name matches one of the query: it is the same, or in another number, begins with it, nearly, means the same, is that of an operation
 * that does what the verb says, or of what the name is a part of.
 */
export const strength = { same: 1, inflected: 0.99, begins: 0.85, nearly: 0.8, means: 0.75, does: 0.5, around: 0.5 };

/** How well each word of a name, by its place among the tokens, matches a word of the query; those that do not are left out. */
export function strengthsOf({ tokens, stems, meanings }: Names, word: string, isBegun: boolean): Map<number, number> {
  const stem = stemOf(word);
  const others = new Set(meanings.othersFor(word, isBegun).map(stemOf));
  const found = new Map<number, number>();
  for (const [place, token] of tokens.entries()) {
    const tokenStem = stems[place] ?? '';
    const isNearly = token.length > 3 && word.length - token.length <= 2 && word.startsWith(token);
    if (token === word) found.set(place, strength.same);
    else if (tokenStem === stem) found.set(place, strength.inflected);
    else if (others.has(tokenStem)) found.set(place, strength.means);
    else if (word.length > 1 && token.startsWith(word)) found.set(place, strength.begins);
    else if (isNearly) found.set(place, strength.nearly);
  }
  return found;
}
