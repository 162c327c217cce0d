import { readExcerpt } from './excerpt.ts';
import { type Hit, hitsOf } from './hits.ts';
import { keyOf, unaccented, wordsOf } from './key-of.ts';
import type { Pagefind, PagefindPage, PagefindResult } from './pagefind.ts';

export interface SearchScope {
  /** Restricts the results to this group. */
  only?: string;
  /** The group of the current page, whose pages come first. */
  here?: string;
  /** Maximum number of pages. */
  limit: number;
}

export interface SearchResults {
  groups: { group: string; hits: Hit[] }[];
  /** Number of matching pages per group; groups without matches are absent. */
  counts: Record<string, number>;
  /** Number of matching pages not in `groups`. */
  left: number;
}

/** How many pages of the current group come first, ahead of higher-ranked ones. */
const ownPages = 4;
/** How many pages that begin with the query are examined. */
const mostBeginning = 6;

/**
 * Searches for pages. First come those whose title, path, operationId or section equals the query, then those where one begins with
 * it, then all that contain its words.
 */
export async function searchPages(pagefind: Pagefind, query: string, scope: SearchScope): Promise<SearchResults> {
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
    // If no name begins with the query, Pagefind matches ever shorter prefixes of it.
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
  // The current group comes first, unless it matches only by content and another group has a page of that name.
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

/** Queries the index for the pages of a group: by exact name, by prefix and by words. */
async function look(pagefind: Pagefind, key: string, words: string[], group: string | undefined) {
  const options = group ? { filters: { group } } : {};
  const [exact, beginning, byWord] = await Promise.all([
    pagefind.search(`"${key}"`, options),
    words.length > 1 ? pagefind.search(key, options) : undefined,
    pagefind.search(words.join(' '), options),
  ]);
  // Results by words know where the words are, so they replace the same pages found by name.
  const withPlaces = new Map(byWord.results.map((result) => [result.id, result]));
  const named = [exact, beginning].map((search) =>
    (search?.results ?? []).filter(isNamed).map((result) => withPlaces.get(result.id) ?? result),
  );
  return {
    ranked: distinct([...(named[0] ?? []), ...byWord.results]),
    beginning: named[1]?.slice(0, mostBeginning) ?? [],
  };
}

/** Match tiers, the best first: exact name, prefix, all words in the title, content. */
const [exactly, atFirst, byTitle, byWords] = [0, 1, 2, 3];

function tierOf({ meta }: PagefindPage, key: string, words: string[]): number {
  const keys = meta.keys.split(' ');
  if (keys.includes(key)) return exactly;
  if (keys.some((candidate) => candidate.startsWith(key))) return atFirst;
  const title = wordsOf(unaccented(`${meta.title} ${meta.method ?? ''} ${meta.path ?? ''} ${meta.api ?? ''}`));
  const isCalled = words.map(unaccented).every((word) => title.some((candidate) => candidate.startsWith(word)));
  return isCalled ? byTitle : byWords;
}

/** Among operations that share a path, GET comes first. */
function methodOrder({ meta }: PagefindPage, tier: number): number {
  return tier === exactly ? ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].indexOf(meta.method ?? '') : 0;
}

/** Whether a page has a word with roughly the prefix of a query word. Pagefind falls back to ever shorter prefixes. */
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
