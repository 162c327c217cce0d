/** The parts of pagefind.js that the portal uses. The build writes it beside the index; it ships no types. */
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
  /** Number of results per group. */
  filters: { group?: Record<string, number> };
}

export interface PagefindResult {
  id: string;
  score: number;
  data(): Promise<PagefindPage>;
}

export interface PagefindPage {
  url: string;
  excerpt: string;
  meta: { title: string; method?: string; path?: string; operation?: string; api?: string };
  filters: { group: string[]; lang?: string[] };
  sub_results: PagefindSection[];
}

export interface PagefindSection {
  title: string;
  url: string;
  excerpt: string;
  weighted_locations: { balanced_score: number }[];
}

/** Ranking: the name of a page outweighs its content. */
export const searchOptions: PagefindOptions = {
  excerptLength: 24,
  ranking: { metaWeights: { title: 5, also: 4, path: 3, operation: 2, method: 1, api: 1 } },
};
