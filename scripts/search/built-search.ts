import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locale } from '../../server/settings/languages.ts';
import { type Names, readNames } from '../../src/search/names/read-names.ts';
import { type Pagefind, searchOptions } from '../../src/search/pagefind.ts';
import { type SearchResults, searchNames, searchPages } from '../../src/search/search-pages.ts';
import { serveFolder } from '../site/serve-folder.ts';
import type { KnownQuery } from './known-queries.ts';

/** What a query found in a built site. */
export interface Found {
  /** The address of the first result; empty without one. */
  first: string;
  /** Whether it is one that the reader meant. */
  isMeant: boolean;
  results: SearchResults;
  /** Milliseconds until names were found, and until the index was asked, too. */
  atOnce: number;
  inAll: number;
}

/** Opens the search of a built site as the pages do; `prefix` is the path of a language's pages. */
export async function openBuiltSearch(site: string, prefix: string, locale: Locale) {
  const served = await serveFolder(site);
  const folder = join(site, prefix, 'pagefind');
  const names = readNames(JSON.parse(readFileSync(join(folder, 'names.json'), 'utf8')));
  const pagefind: Pagefind = await import(pathToFileURL(join(folder, 'pagefind.js')).href);
  // In Node there is no page to detect the language from.
  const where = { basePath: `${served.origin}${prefix}/pagefind/`, language: locale };
  await pagefind.options({ ...searchOptions, ...where, baseUrl: '/' });
  await pagefind.filters();
  return {
    find: (known: KnownQuery) => find(names, pagefind, known),
    close: () => served.close(),
  };
}

async function find(names: Names, pagefind: Pagefind, { query, first, here }: KnownQuery): Promise<Found> {
  const scope = { limit: 10, ...(here && { here }) };
  const started = performance.now();
  searchNames(names, query, scope);
  const named = performance.now();
  const results = await searchPages(pagefind, names, query, scope);
  const ended = performance.now();
  const url = results.groups[0]?.hits[0]?.url ?? '';
  // A section of a page is as good as the page.
  const isMeant = first.some((wanted) => wanted === url || wanted === url.replace(/#.*/, ''));
  return { first: url, isMeant, results, atOnce: named - started, inAll: ended - started };
}
