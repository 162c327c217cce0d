import { keyOf, unaccented } from '../key-of.ts';
import { createMeanings, type Meanings } from './meanings.ts';
import type { NamesFile, PageName } from './names-file.ts';
import { addressesOf } from './paths.ts';
import { stemOf } from './stem-of.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';
import { partsOf, partsOfName } from './word-parts.ts';

/** The names of all pages and of their sections, ready to be searched. */
export interface Names {
  named: Named[];
  /** Every word of a name, once; what is named has its places in this list. */
  tokens: string[];
  /** The same in the singular. */
  stems: string[];
  vocabulary: Vocabulary;
  meanings: Meanings;
  /** Words that say nothing of what is looked for. */
  ignored: Set<string>;
}

/** A page, or a section of one, by its names. */
export interface Named {
  page: PageName;
  section?: [title: string, anchor: string];
  /** Whole names; see keyOf. */
  keys: string[];
  /** The words of its title that say something, as places among the tokens. */
  title: number[];
  /** The same words in the singular. */
  stems: string;
  /** Of an operation that lists things, what these are called, in the singular: their name alone asks for the list. */
  listed?: string;
  /** All of its words, by how much each one says of it. */
  words: Map<number, number>;
  /** The words of what it is a part of: the API, or the page of a section. */
  around: number[];
}

/** How much a word says of what has it in its title, path, other names or operationId. */
const weights = { title: 1, path: 0.9, also: 0.85, id: 0.8 };

/** Makes the file of names ready to be searched. */
export function readNames(file: NamesFile): Names {
  const titles = new Map(file.pages.map(({ url, title }) => [url, title]));
  const ignored = new Set(file.ignored.split(' ').map(unaccented));
  const meanings = createMeanings(file.meanings);
  const tokens: string[] = [];
  const places = new Map<string, number>();

  function placesOf(text: string, parts = partsOf(text)): number[] {
    return parts.map((token) => {
      const place = places.get(token) ?? tokens.push(token) - 1;
      places.set(token, place);
      return place;
    });
  }

  const stemsOf = (some: number[]) => some.map((place) => stemOf(tokens[place] ?? '')).join(' ');
  const isVerb = (place: number) => meanings.methodsFor(tokens[place] ?? '').length > 0;

  function nameOf(page: PageName, section: Named['section'], weighted: [text: string, weight: number][]): Named {
    const title = section?.[0] ?? page.title;
    const words = new Map<number, number>();
    for (const [text, weight] of weighted)
      for (const place of placesOf(text, partsOfName(text))) words.set(place, Math.max(weight, words.get(place) ?? 0));
    const telling = placesOf(title).filter((place) => !ignored.has(tokens[place] ?? ''));
    const keys = section
      ? [section[0]]
      : [page.title, page.id ?? '', addressed(page), ...(page.also ?? []), ...addressesOf(page)];
    return {
      page,
      ...(section && { section }),
      keys: [...new Set(keys.map(keyOf))].filter(Boolean),
      title: telling,
      stems: stemsOf(telling),
      ...(isList(page, section) && { listed: stemsOf(telling.filter((place) => !isVerb(place))) }),
      words,
      around: placesOf(section ? page.title : `${page.group} ${titles.get(`/reference/${page.group}`) ?? ''}`),
    };
  }

  const named = file.pages.flatMap((page) => [
    nameOf(page, undefined, [
      [page.title, weights.title],
      [`${page.method ?? ''} ${page.path ?? ''}`, weights.path],
      [page.id ?? '', weights.id],
      [page.also?.join(' ') ?? '', weights.also],
      [addressed(page), weights.id],
    ]),
    ...(page.sections ?? []).map((section) => nameOf(page, section, [[section[0], weights.title]])),
  ]);
  return {
    named,
    tokens,
    stems: tokens.map(stemOf),
    vocabulary: vocabularyOf(file.words.split(' '), meanings),
    meanings,
    ignored,
  };
}

/** The last segment of a page's address, which is in English in every language; that of an operation is its operationId. */
function addressed({ url, id }: PageName): string {
  return id === undefined ? (url.split('/').at(-1) ?? '') : '';
}

function isList({ method, path }: PageName, section: Named['section']): boolean {
  return section === undefined && method === 'GET' && path !== undefined && !path.endsWith('}');
}

function vocabularyOf(words: string[], meanings: Meanings): Vocabulary {
  const there = new Set(words.map((word) => stemOf(unaccented(word))));
  return createVocabulary(
    words,
    meanings.wordsBeside((word) => there.has(stemOf(word))),
  );
}
