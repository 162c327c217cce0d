import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Locale } from '../../../server/settings/languages.ts';
import { builtInGuides, isAlwaysThere } from './built-in-guides.ts';
import { readFrontMatter, titleOf } from './front-matter.ts';

/** A guide that the portal's provider has written. */
export interface OwnGuide {
  /** As `sidebars.ts` names it. */
  id: string;
  /** Its address below `/guides`; that of the first page is `/`. */
  address: string;
  title: string;
  description?: string;
}

/** Where a portal has its guides in a language other than its first one. */
export function translatedGuides(portal: string, locale: Locale): string {
  return join(portal, 'i18n', locale, 'docusaurus-plugin-content-docs/current');
}

/** The guides in a portal's `docs/`, in Markdown or MDX, with the ids and addresses that Docusaurus gives them in a language. */
export function listOwnGuides(portal: string, locale: Locale): OwnGuide[] {
  const files = globSync('**/*.{md,mdx}', { cwd: join(portal, 'docs') }).sort();
  return files
    .filter((file) => !/(^|[\\/])[._]/.test(file))
    .map((file) => {
      const translated = join(translatedGuides(portal, locale), file);
      const text = readFileSync(existsSync(translated) ? translated : join(portal, 'docs', file), 'utf8');
      return readGuide(file.replaceAll('\\', '/'), text);
    });
}

/** Refuses a guide that takes the id of one to which responses lead, and not its address. */
export function checkOwnGuides(own: OwnGuide[]): void {
  for (const { id, address } of own) {
    const isLedTo = builtInGuides.some((guide) => guide.id === id && id !== 'index' && isAlwaysThere(guide));
    if (isLedTo && address !== addressOf(id))
      throw new Error(
        `docs: the guide "${id}" is at /guides${address}, but responses of the server lead to /guides/${id}. Leave out its slug, or give it another id.`,
      );
  }
}

/** The guide of the provider that takes the place of a built-in one: it has its id, or its address. */
export function findReplacement(own: OwnGuide[], id: string): OwnGuide | undefined {
  return own.find((guide) => guide.id === id || guide.address === addressOf(id));
}

/** The address of a built-in guide below `/guides`. */
export function addressOf(id: string): string {
  return id === 'index' ? '/' : `/${id}`;
}

function readGuide(file: string, text: string): OwnGuide {
  const { id, slug, description } = readFrontMatter(text);
  const folder = dirname(file) === '.' ? [] : dirname(file).split('/').map(withoutNumber);
  const name = withoutNumber(basename(file).replace(/\.mdx?$/, ''));
  const isFirst = /^(index|readme)$/i.test(name) || name === folder.at(-1);
  const below = (path: string) => (path.startsWith('/') ? path : `/${[...folder, path].join('/')}`);
  const address = slug === undefined ? (isFirst ? `/${folder.join('/')}` : below(id ?? name)) : below(slug);
  return {
    id: [...folder, id ?? name].join('/'),
    address: address.replace(/(?<=.)\/$/, ''),
    title: titleOf(text) ?? name,
    ...(description !== undefined && { description }),
  };
}

/** `01-first.md` is `first` to Docusaurus; dates and versions keep their numbers. */
function withoutNumber(name: string): string {
  return /^\d+[-_.]\d+/.test(name) ? name : name.replace(/^\d+\s*[-_.]+\s*(?=[^-_.\s])/, '');
}
