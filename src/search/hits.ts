import { type ExcerptPart, readExcerpt } from './excerpt.ts';
import { keyOf } from './key-of.ts';
import type { PagefindPage, PagefindSection } from './pagefind.ts';

/** One search result: a page or a section of it. */
export interface Hit {
  url: string;
  title: string;
  /** The language of its title and text, where it is not that of the page. */
  lang?: string;
  /** The heading of the section, or the name of the field. */
  section?: string;
  endpoint?: { method: string; path: string };
  excerpt: ExcerptPart[];
}

/** Maximum number of sections listed per page. */
const mostSections = 3;

/** Lists the places of a page where the words are; of several, those that have most of them. */
export function hitsOf(page: PagefindPage, key: string): Hit[] {
  const { method, path } = page.meta;
  const endpoint = method && path ? { method, path } : undefined;
  const [lang] = page.filters.lang ?? [];
  const base = { title: page.meta.title, ...(lang && { lang }), ...(endpoint && { endpoint }) };
  const pageHit: Hit = { ...base, url: page.url, excerpt: readExcerpt(page.excerpt) };
  const named = page.sub_results.find(({ url, title }) => url.includes('#') && keyOf(title) === key);
  if (named) return [place(base, named)];
  const strongest = Math.max(...page.sub_results.map(weigh));
  const best = page.sub_results
    .filter((section) => weigh(section) >= strongest / 2)
    .sort((a, b) => weigh(b) - weigh(a));
  const most = endpoint ? 1 : mostSections;
  const hits = best.slice(0, most).map((section) => (section.url.includes('#') ? place(base, section) : pageHit));
  return hits.length > 0 ? hits : [pageHit];
}

function place(base: Pick<Hit, 'title' | 'lang' | 'endpoint'>, { title, url, excerpt }: PagefindSection): Hit {
  return { ...base, url, section: title, excerpt: readExcerpt(excerpt) };
}

function weigh({ weighted_locations }: PagefindSection): number {
  return weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0);
}
