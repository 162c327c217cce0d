import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import clsx from 'clsx';
import { useDocumentLang } from './document-lang.ts';
import styles from './Prose.module.css';
import { withBase } from './page-links.ts';

interface Props {
  html: string | undefined;
  /** Renders the first paragraph without block elements. */
  inline?: boolean;
  className?: string;
}

/** HTML that the build rendered and sanitized from a document's Markdown (scripts/site/render-markdown.ts). */
export function Prose({ html, inline = false, className }: Props) {
  const { baseUrl } = useDocusaurusContext().siteConfig;
  const lang = useDocumentLang();
  if (!html) return null;
  const Element = inline ? 'span' : 'div';
  const shown = withBase(inline ? firstParagraph(html) : html, baseUrl);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the build has sanitized it (safe-html.ts)
  return <Element lang={lang} className={clsx(styles.prose, className)} dangerouslySetInnerHTML={{ __html: shown }} />;
}

const paragraph = /^<p>([\s\S]*?)<\/p>\s*/;

function firstParagraph(html: string): string {
  return html.match(paragraph)?.[1] ?? html.replaceAll(/<[^>]*>/g, ' ').trim();
}

/** The part that an inline Prose omits. */
export function afterFirstParagraph(html: string): string {
  return html.replace(paragraph, '');
}
