import { unaccented } from '../key-of.ts';
import type { Meaning } from './names-file.ts';
import { stemOf } from './stem-of.ts';

/** Which words mean the same, in all languages. */
export interface Meanings {
  /** Other words for a word; with `isBegun`, also for those that begin with it. */
  othersFor(word: string, isBegun: boolean): string[];
  /** All words for what has a word that the texts have. */
  wordsBeside(has: (word: string) => boolean): string[];
  /** The methods of operations that do what a verb says. */
  methodsFor(word: string): string[];
}

/** Letters after which the beginning of a word already means what the word does. */
const enough = 5;

export function createMeanings(meanings: Meaning[]): Meanings {
  const groups = meanings.map(({ words, methods = [] }) => ({
    spelt: words.split(' '),
    words: words.split(' ').map(unaccented),
    methods,
  }));
  const byStem = new Map<string, typeof groups>();
  for (const group of groups)
    for (const stem of new Set(group.words.map(stemOf))) byStem.set(stem, [...(byStem.get(stem) ?? []), group]);

  function groupsOf(word: string, isBegun: boolean) {
    const known = byStem.get(stemOf(word));
    if (known || !isBegun || word.length < enough) return known ?? [];
    return groups.filter((group) => group.words.some((other) => other.startsWith(word)));
  }

  return {
    othersFor: (word, isBegun) =>
      groupsOf(word, isBegun).flatMap((group) => group.words.filter((other) => other !== word)),
    wordsBeside: (has) => groups.filter(({ words }) => words.some(has)).flatMap(({ spelt }) => spelt),
    methodsFor: (word) => groupsOf(word, false).flatMap(({ methods }) => methods),
  };
}
