import { readExcerpt } from './excerpt.ts';
import { type Hit, hitsOf } from './hits.ts';
import { keyOf, unaccented } from './key-of.ts';
import { type NameHit, nameHits } from './name-hits.ts';
import { planQuery, type QueryPlan } from './names/plan-query.ts';
import type { Names } from './names/read-names.ts';
import type { Pagefind, PagefindPage, PagefindResult } from './pagefind.ts';

export interface SearchScope {
  /** Restricts the results to this group. */
  only?: string;
  /** The group of the current page, whose pages come first. */
  here?: string;
  /** Maximum number of pages. */
  limit: number;
  /** Whether every word is meant as it is written. */
  isLiteral?: boolean;
  /** The path of the language's pages. */
  baseUrl?: string;
}

export interface SearchResults {
  groups: { group: string; hits: Hit[] }[];
  /** Number of matching pages per group; groups without matches are absent. */
  counts: Record<string, number>;
  /** Number of matching pages not in `groups`. */
  left: number;
  /** What was looked for, where that is not what was typed. */
  corrected?: string;
  /** Words to be marked in titles. */
  terms: string[];
}

/** How many pages of the current group come first, ahead of higher-ranked ones. */
const ownPages = 4;
/** The part of the results that may be found by their names, where others contain the words. */
const namedPart = 0.7;

/** The results that are known without asking the index: those whose names are like the query. */
export function searchNames(names: Names, query: string, scope: SearchScope): SearchResults {
  const plan = planQuery(names, query, scope.isLiteral);
  const { hits, terms } = nameHits(names, plan, scope);
  const shown = hits.slice(0, Math.ceil(scope.limit * namedPart));
  return { groups: groupHits(shown, []), counts: countGroups(hits), left: 0, ...told(plan), terms };
}

/** All results: after those whose names are like the query, the pages that contain its words. */
export async function searchPages(
  pagefind: Pagefind,
  names: Names | undefined,
  query: string,
  scope: SearchScope,
): Promise<SearchResults> {
  const plan = planQuery(names, query, scope.isLiteral);
  if (!plan.key) return { groups: [], counts: {}, left: 0, terms: [] };
  const named = names ? nameHits(names, plan, scope) : { hits: [], terms: plan.words };
  const words = plan.indexed.join(' ');
  const look = async (group?: string) => (await pagefind.search(words, group ? { filters: { group } } : {})).results;
  const [everywhere, inScope, own] = await Promise.all([
    pagefind.search(words),
    look(scope.only),
    scope.here && !scope.only ? look(scope.here) : [],
  ]);
  const ranked = distinct([...own.slice(0, ownPages), ...inScope]);
  const loaded = await Promise.all(ranked.slice(0, scope.limit).map((result) => result.data()));
  const pages = loaded
    .filter((page) => isAbout(page, plan.indexed))
    .sort((a, b) => placeOf(a, plan) - placeOf(b, plan));

  const isLast = ranked.length <= scope.limit && named.hits.length <= scope.limit;
  const first =
    isLast || pages.length === 0
      ? named.hits.slice(0, scope.limit)
      : named.hits.slice(0, Math.ceil(scope.limit * namedPart));
  const known = new Set(first.flatMap(({ hit }) => [hit.url, ...(hit.section ? [] : [pageOf(hit.url)])]));
  const others = pages.flatMap((page) => {
    if (known.has(page.url)) return [];
    const hits = hitsOf(page, plan.key).filter(({ url }) => !known.has(url));
    return hits.map((hit) => ({ hit, group: page.filters.group[0] ?? '' }));
  });
  const contained = Object.entries(everywhere.filters.group ?? {}).filter(([, count]) => count > 0);
  return {
    groups: groupHits(first, others, scope.here),
    counts: { ...countGroups(named.hits), ...Object.fromEntries(pages.length > 0 ? contained : []) },
    left: Math.max(0, (pages.length > 0 ? ranked.length : 0) - scope.limit, named.hits.length - scope.limit),
    ...told(plan),
    terms: named.terms,
  };
}

/** Groups what was found by its name, and below it what contains the words; the group of the best result comes first. */
function groupHits(named: NameHit[], others: { hit: Hit; group: string }[], here?: string): SearchResults['groups'] {
  const groups = new Map<string, Hit[]>();
  const add = ({ hit, group }: { hit: Hit; group: string }) => groups.set(group, [...(groups.get(group) ?? []), hit]);
  named.forEach(add);
  others.filter(({ group }) => group === here).forEach(add);
  others.filter(({ group }) => group !== here).forEach(add);
  return [...groups].map(([group, hits]) => ({ group, hits }));
}

function countGroups(hits: NameHit[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { group } of hits) counts[group] = (counts[group] ?? 0) + 1;
  return counts;
}

function told({ text, typed }: QueryPlan): Pick<SearchResults, 'corrected'> {
  return typed === undefined ? {} : { corrected: text };
}

function pageOf(url: string): string {
  return url.replace(/#.*/, '');
}

/** Responses are named by their status, and every operation has some. */
function isNamed(url: string): boolean {
  return url.includes('#') && !url.includes('#response-');
}

/** A field or heading of that name outweighs a mention; a field is first looked for where a record is made. */
function placeOf({ meta, sub_results }: PagefindPage, { key }: QueryPlan): number {
  if (!sub_results.some(({ title, url }) => isNamed(url) && keyOf(title) === key)) return 2;
  return meta.method === undefined || meta.method === 'POST' ? 0 : 1;
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

function distinct(results: PagefindResult[]): PagefindResult[] {
  const seen = new Set<string>();
  return results.filter(({ id }) => !seen.has(id) && seen.add(id));
}
