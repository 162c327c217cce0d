import { keyOf, unaccented, wordsOf } from '../key-of.ts';
import type { Names } from './read-names.ts';

/** What is looked for when something is typed. */
export interface QueryPlan {
  /** As typed, or corrected. */
  text: string;
  /** The typed text, if it is not what is looked for. */
  typed?: string;
  /** See keyOf. */
  key: string;
  /** The words that say what is looked for. */
  words: string[];
  /** Whether the last of them may be the beginning of another. */
  isBegun: boolean;
  /** The words for the index: what no text contains is said in another word. */
  indexed: string[];
}

/** Understands a query: corrects its words, unless it is to be taken literally, and leaves out those that say nothing. */
export function planQuery(names: Names | undefined, query: string, isLiteral = false): QueryPlan {
  const typed = query.trim();
  const all = wordsOf(typed);
  if (!names) return { text: typed, key: keyOf(typed), words: all, isBegun: true, indexed: all };
  const isBegun = /[\p{L}\p{M}\p{N}_]$/u.test(query);
  const lastOf = (index: number) => isBegun && index === all.length - 1;
  const corrected = isLiteral ? all : joined(all, names).map((word, index) => correctWord(names, word, lastOf(index)));
  const isCorrected = corrected.join(' ') !== all.join(' ');
  const telling = corrected.filter((word) => !names.ignored.has(unaccented(word)));
  const words = telling.length > 0 ? telling : corrected;
  const text = isCorrected ? corrected.join(' ') : typed;
  return {
    text,
    ...(isCorrected && { typed }),
    key: keyOf(text),
    words,
    isBegun,
    indexed: words.map((word, index) => wordInTexts(names, word, isBegun && index === words.length - 1)),
  };
}

/** Two words that the texts write as one. */
function joined(words: string[], { vocabulary }: Names): string[] {
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    if (next === undefined || (vocabulary.hasWhole(unaccented(word)) && vocabulary.hasWhole(unaccented(next))))
      continue;
    if (word.length < 3 || next.length < 3 || !vocabulary.hasWhole(unaccented(word + next))) continue;
    return [...words.slice(0, index), word + next, ...joined(words.slice(index + 2), { vocabulary } as Names)];
  }
  return words;
}

function correctWord(names: Names, word: string, isBegun: boolean): string {
  const plain = unaccented(word);
  const { vocabulary, meanings, ignored } = names;
  if (vocabulary.has(plain) || ignored.has(plain) || meanings.othersFor(plain, isBegun).length > 0) return word;
  return vocabulary.correct(plain, isBegun) ?? split(plain, names) ?? word;
}

/** One word that the texts write as two. */
function split(word: string, { vocabulary }: Names): string | undefined {
  for (let at = 3; at <= word.length - 3; at++) {
    const parts = [word.slice(0, at), word.slice(at)];
    if (parts.every((part) => vocabulary.hasWhole(part))) return parts.join(' ');
  }
  return undefined;
}

function wordInTexts({ vocabulary, meanings }: Names, word: string, isBegun: boolean): string {
  const plain = unaccented(word);
  if (vocabulary.has(plain)) return word;
  const others = meanings.othersFor(plain, isBegun).filter((other) => vocabulary.hasWhole(other));
  return others.sort((a, b) => vocabulary.rankOf(a) - vocabulary.rankOf(b))[0] ?? word;
}
