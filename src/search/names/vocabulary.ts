import { unaccented } from '../key-of.ts';
import { editDistance } from './edit-distance.ts';
import { stemOf } from './stem-of.ts';

/** The words of a portal, and what a misspelt one was meant to be. */
export interface Vocabulary {
  /** Whether a text has the word, perhaps in another number, or one that begins with it. */
  has(word: string): boolean;
  /** Whether a text has exactly this word, accents aside. */
  hasWhole(word: string): boolean;
  /** The place of a word among the most frequent ones. */
  rankOf(word: string): number;
  /** The nearest word; undefined if none is near. With `isBegun` the word is still being typed. */
  correct(word: string, isBegun: boolean): string | undefined;
}

/** Letters of the shortest words that may be misspelt in one place, and in two. */
const shortest = { one: 4, two: 8 };

/** What speaks against a word that begins with another letter, in places misspelt. */
const otherBeginning = 0.6;
/** What speaks against a word of which only the beginning is near. */
const onlyBegun = 0.5;

/** Makes a vocabulary of words, the most frequent first; `synonyms` are no words of texts, and may be meant as well. */
export function createVocabulary(words: string[], synonyms: string[] = []): Vocabulary {
  const plain = words.map(unaccented);
  const ranks = new Map<string, number>();
  for (const [rank, word] of plain.entries()) if (!ranks.has(word)) ranks.set(word, rank);
  const stems = new Set(plain.map(stemOf));
  const sorted = [...ranks.keys()].sort();
  const candidates = [...words, ...synonyms].map((word) => ({ word, plain: unaccented(word) }));
  const corrected = new Map<string, string | undefined>();

  function has(word: string): boolean {
    if (stems.has(stemOf(word))) return true;
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? '') < word) low = middle + 1;
      else high = middle;
    }
    return sorted[low]?.startsWith(word) ?? false;
  }

  function nearest(word: string, isBegun: boolean): string | undefined {
    if (word.length < shortest.one || /\d/.test(word)) return undefined;
    let most = word.length < shortest.two ? 1 : 2;
    let best = Number.POSITIVE_INFINITY;
    let found: string | undefined;
    for (const [rank, { word: spelt, plain: candidate }] of candidates.entries()) {
      const whole = editDistance(word, candidate, most);
      const begun = isBegun && whole > 0 ? editDistance(word, candidate, most, true) + onlyBegun : whole;
      const distance = Math.min(whole, begun);
      if (distance >= most + 1) continue;
      // Of words that are equally near, the more frequent one, unless it is hardly so.
      const cost = distance + (candidate[0] === word[0] ? 0 : otherBeginning) + rank / (candidates.length * 2.5);
      if (cost >= best) continue;
      best = cost;
      found = spelt;
      most = Math.min(most, Math.ceil(best));
    }
    return found;
  }

  return {
    has,
    hasWhole: (word) => ranks.has(word),
    rankOf: (word) => ranks.get(word) ?? Number.POSITIVE_INFINITY,
    correct(word, isBegun) {
      const key = `${word}${isBegun ? '…' : ''}`;
      if (!corrected.has(key)) corrected.set(key, nearest(word, isBegun));
      return corrected.get(key);
    },
  };
}
