/** What the portal uses of pagefind.js, which the build writes beside the index; it has no types of its own. */
export interface Pagefind {
  options(options: PagefindOptions): Promise<void>;
  init(): Promise<void>;
  destroy(): Promise<void>;
  search(term: string, options?: { filters?: { group: string } }): Promise<PagefindSearch>;
  filters(): Promise<unknown>;
}

export interface PagefindOptions {
  basePath?: string;
  baseUrl?: string;
  excerptLength?: number;
  ranking?: { metaWeights?: Record<string, number>; termFrequency?: number; pageLength?: number };
}

interface PagefindSearch {
  results: PagefindResult[];
  /** How many results each group has. */
  filters: { group?: Record<string, number> };
}

export interface PagefindResult {
  id: string;
  score: number;
  matchedMetaFields?: string[];
  data(): Promise<PagefindPage>;
}

export interface PagefindPage {
  url: string;
  excerpt: string;
  meta: { title: string; keys: string; method?: string; path?: string; operation?: string; api?: string };
  filters: { group: string[] };
  sub_results: PagefindSection[];
}

export interface PagefindSection {
  title: string;
  url: string;
  excerpt: string;
  weighted_locations: { balanced_score: number }[];
}

/** How a page is ranked: what it is called before what it says. */
export const searchOptions: PagefindOptions = {
  excerptLength: 24,
  ranking: { metaWeights: { title: 5, keys: 5, path: 3, operation: 2, method: 1, api: 1 } },
};
