import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Locale, locales } from '../../server/settings/languages.ts';
import { unaccented } from '../../src/search/key-of.ts';
import type { Meaning, NamesFile } from '../../src/search/names/names-file.ts';
import { stemOf } from '../../src/search/names/stem-of.ts';

/** The texts of a language that the search is told by (`i18n/<code>/search.json`). */
interface SearchTexts {
  /** Words that say nothing of what is looked for. */
  ignored: string;
  /** Words that mean the same, by what they mean. */
  meanings: Record<string, string>;
}

/** The methods of operations that do what these verbs say. */
const methodsOf: Record<string, string[]> = {
  change: ['PATCH', 'PUT'],
  create: ['POST'],
  delete: ['DELETE'],
  list: ['GET'],
  read: ['GET'],
  replace: ['PUT'],
};

/** What words mean in a language. */
function textsIn(locale: Locale): SearchTexts {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../i18n', locale, 'search.json'), 'utf8'));
}

/**
 * What the words of a portal mean, in all languages at once: readers think in one and read in another. `own` are the portal's. What none of
 * its words means would find nothing.
 */
export function readMeanings(words: string[], own: string[][]): Pick<NamesFile, 'ignored' | 'meanings'> {
  const texts = locales.map(textsIn);
  const names = [...new Set(texts.flatMap(({ meanings }) => Object.keys(meanings)))];
  const there = new Set(words.map(stemmed));
  const known = names.map((name): Meaning => {
    const ofAll = texts.flatMap((text) => text.meanings[name]?.split(' ') ?? []);
    return { words: distinct(ofAll), ...(methodsOf[name] && { methods: methodsOf[name] }) };
  });
  return {
    meanings: [
      ...known.filter((meaning) => meaning.words.split(' ').some((word) => there.has(stemmed(word)))),
      ...own.map((same) => ({ words: distinct(same.map((word) => word.toLowerCase())) })),
    ],
    ignored: distinct(texts.flatMap(({ ignored }) => ignored.split(' '))),
  };
}

/** What one language has words for and another has not; one line for each. */
export function checkMeanings(): string[] {
  const texts = locales.map((locale) => ({ locale, names: Object.keys(textsIn(locale).meanings) }));
  const all = [...new Set(texts.flatMap(({ names }) => names))].sort();
  return texts.flatMap(({ locale, names }) => [
    ...all
      .filter((name) => !names.includes(name))
      .map((name) => `i18n/${locale}/search.json has no words for "${name}".`),
    ...(names.join() === [...names].sort().join()
      ? []
      : [`The meanings of i18n/${locale}/search.json are not in order.`]),
  ]);
}

function stemmed(word: string): string {
  return stemOf(unaccented(word));
}

function distinct(words: string[]): string {
  return [...new Set(words)].join(' ');
}
