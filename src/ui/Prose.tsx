import clsx from 'clsx';
import styles from './Prose.module.css';

interface Props {
  html: string | undefined;
  /** Only the words of the first paragraph, for a place where blocks may not stand. */
  inline?: boolean;
  className?: string;
}

/** Text that was Markdown in the document and became safe HTML at build (scripts/site/render-markdown.ts). */
export function Prose({ html, inline = false, className }: Props) {
  if (!html) return null;
  const Element = inline ? 'span' : 'div';
  const shown = inline ? firstParagraph(html) : html;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the build lets no raw HTML through
  return <Element className={clsx(styles.prose, className)} dangerouslySetInnerHTML={{ __html: shown }} />;
}

const paragraph = /^<p>([\s\S]*?)<\/p>\s*/;

function firstParagraph(html: string): string {
  return html.match(paragraph)?.[1] ?? '';
}

/** What an inline Prose leaves out. */
export function afterFirstParagraph(html: string): string {
  return html.replace(paragraph, '');
}
