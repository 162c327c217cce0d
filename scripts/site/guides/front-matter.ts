import { parse } from 'yaml';

/** What stands above a guide, between two lines of hyphens. */
export interface FrontMatter {
  id?: string;
  slug?: string;
  title?: string;
  description?: string;
}

/** Reads the front matter of a guide; only texts, and none where there is none. */
export function readFrontMatter(markdown: string): FrontMatter {
  const [, yaml] = /^---\r?\n([\s\S]*?)\r?\n---/.exec(markdown) ?? [];
  const entries = Object.entries((yaml === undefined ? undefined : parse(yaml)) ?? {});
  return Object.fromEntries(entries.filter(([, value]) => typeof value === 'string'));
}

/** The title of a guide: of its front matter, or its first heading. */
export function titleOf(markdown: string): string | undefined {
  return readFrontMatter(markdown).title ?? /^# (.+)$/m.exec(markdown)?.[1]?.trim();
}
