import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/**
 * Renders a description's Markdown as HTML. Raw HTML is escaped, so the result is safe to insert. Headings start at
 * `topHeading`, below the page's own.
 */
export function renderMarkdown(markdown: string | undefined, topHeading = 3): string {
  if (!markdown?.trim()) return '';
  const html = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  return withTopHeading(html, topHeading);
}

function withTopHeading(html: string, top: number): string {
  const levels = [...html.matchAll(/<h([1-6])>/g)].map(([, level]) => Number(level));
  const shift = top - Math.min(...levels);
  return html.replace(
    /<(\/?)h([1-6])>/g,
    (_, slash: string, level: string) => `<${slash}h${Math.min(Number(level) + shift, 6)}>`,
  );
}

/** The first paragraph of a Markdown text as plain text, for meta descriptions and lists. */
export function firstParagraph(markdown: string | undefined, limit = 200): string {
  const block = markdown?.trim().split(/\n\s*\n/)[0] ?? '';
  const text = micromark(block)
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(amp|lt|gt|quot);/g,
      (_, name: 'amp' | 'lt' | 'gt' | 'quot') => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name],
    )
    .replace(/\s+/g, ' ')
    .trim();
  return text.length > limit ? `${text.slice(0, text.lastIndexOf(' ', limit))}…` : text;
}
