import type { PageName } from '../../src/search/names/names-file.ts';

/** One page of the search: its names and its text. */
export interface SearchDocument {
  /** The page's path, without the language prefix. */
  url: string;
  /** An API's slug, `guides` or `portal`; results are grouped by it. */
  group: string;
  /** The language of its texts, where it is not that of the index. */
  lang?: string;
  /** Data shown in results and also searched. */
  meta: { title: string } & Record<string, string>;
  /** By what else it is found at once. */
  names: Pick<PageName, 'base' | 'about' | 'deprecated' | 'minor' | 'also' | 'sections'>;
  /** HTML. Headings with an id are link targets; data-pagefind-weight sets the weight of words. */
  body: string;
}

/** Writes the HTML that Pagefind reads. */
export function writeSearchDocument({ group, lang, meta, names, body }: SearchDocument): string {
  const shown = Object.entries({ ...meta, ...(names.also && { also: names.also.join(', ') }) }).map(
    ([name, value]) => `<i data-pagefind-meta="${name}[title]" title="${escapeHtml(value)}"></i>`,
  );
  // A filter, unlike data, is never found by a query.
  const marked = lang === undefined ? '' : `<i data-pagefind-filter="lang:${escapeHtml(lang)}"></i>`;
  return `<html><body><main data-pagefind-filter="group:${group}">${marked}${shown.join('')}${body}</main></body></html>`;
}

/** Escapes text for HTML, including attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** HTML with a weight for its words. Headings become paragraphs, because they are not link targets. */
export function weighted(weight: number, html: string): string {
  return html && `<div data-pagefind-weight="${weight}">${html.replaceAll(/<h[1-6][^>]*>/g, '<p>')}</div>`;
}
