import { readExcerpt } from './excerpt.ts';
import { type Hit, hitsOf } from './hits.ts';
import { keyOf, unaccented, wordsOf } from './key-of.ts';
import type { Pagefind, PagefindPage, PagefindResult } from './pagefind.ts';

export interface SearchScope {
  /** Only pages of this group. */
  only?: string;
  /** The group of the page that the reader is on: its pages come first. */
  here?: string;
  /** How many pages to show. */
  limit: number;
}

export interface SearchAnswer {
  groups: { group: string; hits: Hit[] }[];
  /** How many pages each group has, of those that have any. */
  counts: Record<string, number>;
  /** How many pages are there beside those in `groups`. */
  left: number;
}

/** How many pages of the reader's own group come first, before what is ranked higher elsewhere. */
const ownPages = 4;
/** How many pages are looked at that may begin with what was typed. */
const mostBeginning = 6;

/**
 * Looks for pages: first those whose title, path, operationId or section is just what was typed, then those where it begins so, then
 * all that have the words.
 */
export async function searchPages(pagefind: Pagefind, query: string, scope: SearchScope): Promise<SearchAnswer> {
  const key = keyOf(query);
  if (!key) return { groups: [], counts: {}, left: 0 };
  const words = wordsOf(query);
  const [everywhere, inScope, own] = await Promise.all([
    pagefind.search(words.join(' ')),
    look(pagefind, key, words, scope.only),
    scope.here && !scope.only ? look(pagefind, key, words, scope.here) : undefined,
  ]);
  const ranked = distinct([...(own?.ranked.slice(0, ownPages) ?? []), ...inScope.ranked]);
  const shown = distinct([...inScope.beginning, ...ranked.slice(0, scope.limit)]);
  const found = new Set(ranked.map(({ id }) => id));
  const pages = (await Promise.all(shown.map(async (result) => ({ result, page: await result.data() }))))
    .map(({ result, page }) => ({ page, rank: ranked.indexOf(result), tier: tierOf(page, key, words), id: result.id }))
    // Where no name begins so, the index gives those that share less and less of the beginning.
    .filter(({ id, tier, page }) => tier < byTitle || (found.has(id) && isAbout(page, words)))
    .sort((a, b) => a.tier - b.tier || methodOrder(a.page, a.tier) - methodOrder(b.page, b.tier) || a.rank - b.rank);

  const groups = new Map<string, { hits: Hit[]; tier: number }>();
  for (const { page, tier } of pages) {
    const group = page.filters.group[0] ?? '';
    const known = groups.get(group);
    groups.set(group, {
      tier: known?.tier ?? tier,
      hits: [...(known?.hits ?? []), ...hitsOf(page, key, tier < byWords)],
    });
  }
  // The reader's own group comes first, unless another has a page of just that name and the own one only speaks of it.
  const orderOf = (group: string, tier: number) =>
    group === scope.here ? Number(tier >= byWords) * 2 : tier <= atFirst ? 1 : 3;
  const inOrder = [...groups].sort(([a, m], [b, n]) => orderOf(a, m.tier) - orderOf(b, n.tier));
  const counts = Object.entries(everywhere.filters.group ?? {}).filter(([, count]) => count > 0);
  return {
    groups: inOrder.map(([group, { hits }]) => ({ group, hits })),
    counts: Object.fromEntries(pages.length > 0 ? counts : []),
    left: pages.length > 0 ? Math.max(0, ranked.length - scope.limit) : 0,
  };
}

/** Asks the index for the pages of a group: by the whole name, by its beginning, by words. */
async function look(pagefind: Pagefind, key: string, words: string[], group: string | undefined) {
  const options = group ? { filters: { group } } : {};
  const [exact, beginning, byWord] = await Promise.all([
    pagefind.search(`"${key}"`, options),
    words.length > 1 ? pagefind.search(key, options) : undefined,
    pagefind.search(words.join(' '), options),
  ]);
  // What was found by its words knows where they are, so it stands for the same page found by its name.
  const withPlaces = new Map(byWord.results.map((result) => [result.id, result]));
  const named = [exact, beginning].map((search) =>
    (search?.results ?? []).filter(isNamed).map((result) => withPlaces.get(result.id) ?? result),
  );
  return {
    ranked: distinct([...(named[0] ?? []), ...byWord.results]),
    beginning: named[1]?.slice(0, mostBeginning) ?? [],
  };
}

/** How nearly a page is called what was typed: just so, beginning so, with all the words in its title; last, by what it says. */
const [exactly, atFirst, byTitle, byWords] = [0, 1, 2, 3];

function tierOf({ meta }: PagefindPage, key: string, words: string[]): number {
  const keys = meta.keys.split(' ');
  if (keys.includes(key)) return exactly;
  if (keys.some((candidate) => candidate.startsWith(key))) return atFirst;
  const title = wordsOf(unaccented(`${meta.title} ${meta.method ?? ''} ${meta.path ?? ''} ${meta.api ?? ''}`));
  const isCalled = words.map(unaccented).every((word) => title.some((candidate) => candidate.startsWith(word)));
  return isCalled ? byTitle : byWords;
}

/** Of the operations that share a path, reading comes first. */
function methodOrder({ meta }: PagefindPage, tier: number): number {
  return tier === exactly ? ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].indexOf(meta.method ?? '') : 0;
}

/** Whether a page has a word that begins much as one of the query does: in need, the index takes less and less of a beginning for enough. */
function isAbout({ meta, excerpt, sub_results }: PagefindPage, words: string[]): boolean {
  const texts = [excerpt, ...sub_results.map((section) => section.excerpt)].flatMap(readExcerpt);
  const marked = texts.flatMap(({ text, marked }) => (marked ? text : []));
  const there = [...marked, meta.title, meta.path ?? '', meta.operation ?? ''].flatMap((text) =>
    unaccented(text).split(/[^\p{L}\p{N}]+/u),
  );
  return words
    .flatMap((word) => unaccented(word).split('_'))
    .some((word) => {
      const enough = word.slice(0, Math.max(2, Math.ceil(word.length * 0.6)));
      return enough !== '' && there.some((candidate) => candidate.startsWith(enough));
    });
}

function isNamed({ matchedMetaFields = [] }: PagefindResult): boolean {
  return matchedMetaFields.includes('keys') || matchedMetaFields.includes('operation');
}

function distinct(results: PagefindResult[]): PagefindResult[] {
  const seen = new Set<string>();
  return results.filter(({ id }) => !seen.has(id) && seen.add(id));
}
