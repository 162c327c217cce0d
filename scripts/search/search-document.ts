/** One page as the search knows it: what it is called, what it may be looked up by, and what it says. */
export interface SearchDocument {
  /** Its address, without the language's part. */
  url: string;
  /** An API's slug, `guides`, or `portal`: results stand together by it. */
  group: string;
  /** What is shown of it, and found. The title is one of them. */
  meta: { title: string } & Record<string, string>;
  /** What somebody may type whole to find just this page; see keyOf. */
  keys: string[];
  /** HTML. Headings with an id are places that a result may lead to; data-pagefind-weight says how much words count. */
  body: string;
}

/** Writes the document that Pagefind reads. */
export function writeSearchDocument({ group, meta, keys, body }: SearchDocument): string {
  const shown = Object.entries({ ...meta, keys: [...new Set(keys)].join(' ') }).map(
    ([name, value]) => `<i data-pagefind-meta="${name}[title]" title="${escapeHtml(value)}"></i>`,
  );
  return `<html><body><main data-pagefind-filter="group:${group}">${shown.join('')}${body}</main></body></html>`;
}

/** Makes text safe inside HTML, attributes too. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** HTML whose words count so much. What is a heading in a description is a place of its own nowhere. */
export function weighted(weight: number, html: string): string {
  return html && `<div data-pagefind-weight="${weight}">${html.replaceAll(/<h[1-6][^>]*>/g, '<p>')}</div>`;
}
