import type { Nodes } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { micromark, type Options } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { CompileContext, Token } from 'micromark-util-types';
import type { ImagePolicy } from '../../server/settings/portal/description-images.ts';
import { isTag, safeTree } from './safe-html.ts';

/**
 * Renders a description's Markdown as HTML that is safe to insert: its own HTML is what GitHub would show of it, its images are those
 * that the portal's settings allow. Headings start at `topHeading`, below the page's own.
 */
export function renderMarkdown(markdown: string | undefined, topHeading = 3, images?: ImagePolicy): string {
  if (!markdown?.trim()) return '';
  const html = toHtmlOfMarkdown(markdown);
  // What has neither HTML nor images is safe as it is; that is nearly every text of a large document.
  const safe = /<|!\[/.test(markdown) ? toHtml(safeTree(html, images), named) : html;
  return withTopHeading(safe.trim(), topHeading);
}

const named = { characterReferences: { useNamedReferences: true } };

/** GFM would show what a browser must not run as text; here it is taken out afterwards. What is no tag of HTML is text. */
const unfiltered: NonNullable<Options['htmlExtensions']>[number] = {
  exit: {
    htmlFlowData: writeHtml,
    htmlTextData: writeHtml,
  },
};

function writeHtml(this: CompileContext, token: Token): undefined {
  const text = this.sliceSerialize(token);
  this.raw(text.replaceAll(/<\/?[a-z][^<>]*>?/gi, (tag) => (isTag(tag) ? tag : this.encode(tag))));
}

function toHtmlOfMarkdown(markdown: string): string {
  return micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml(), unfiltered],
    allowDangerousHtml: true,
  });
}

function withTopHeading(html: string, top: number): string {
  const levels = [...html.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
  const shift = top - Math.min(...levels);
  return html.replace(
    /<(\/?)h([1-6])\b/g,
    (_, slash: string, level: string) => `<${slash}h${Math.min(Number(level) + shift, 6)}`,
  );
}

/** The first paragraph of a Markdown text as plain text, for meta descriptions and lists. */
export function firstParagraph(markdown: string | undefined, limit = 200): string {
  const [block = ''] = (markdown ?? '').split(/\n\s*\n/).flatMap((each) => plainText(each) || []);
  return block.length > limit ? `${block.slice(0, block.lastIndexOf(' ', limit))}…` : block;
}

/** What a reader sees of a Markdown text, in one line. */
function plainText(markdown: string): string {
  if (!markdown.trim()) return '';
  return textOf(safeTree(toHtmlOfMarkdown(markdown), 'all'))
    .replace(/\s+/g, ' ')
    .trim();
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.tagName === 'br') return ' ';
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
