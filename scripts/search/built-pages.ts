import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { howItWorks, sandboxPlan } from '../site/pages.ts';
import type { SearchDocument } from './search-document.ts';

/** Pages not worth finding: they need a special link, or only lead elsewhere. */
const leftOut = new Set(['404', 'index', 'reference', 'guides', 'search', 'invitation', 'confirm-email']);

/** Elements that follow their neighbour without a space: table cells and, on pages that are not prose, links and spans. */
const besides = { text: /<t[dh]\b/g, page: /<(?:t[dh]|a|span)\b/g };

/** The search documents of all guides built in one language. */
export function guideDocuments(site: string): SearchDocument[] {
  const start = page(site, 'guides', 'guides');
  return [
    ...(start ? [start] : []),
    ...pagesOf(site, 'guides').map((name) => getPage(site, `guides/${name}`, 'guides')),
  ];
}

/** The search documents of the portal's own pages, such as keys and webhooks, as pre-rendered for a guest. */
export function portalDocuments(site: string): SearchDocument[] {
  const names = pagesOf(site, '.').filter((name) => !leftOut.has(name));
  return names.map((name) => getPage(site, name, 'portal'));
}

/** A sandbox plan page is found by its title only: its content repeats the endpoints. */
export function planDocument(site: string, api: string): SearchDocument | undefined {
  const found = page(site, `reference/${api}/${sandboxPlan}`, api);
  return found && { ...found, names: { about: found.description, minor: true }, body: `<p>${found.description}</p>` };
}

/** The page on how an API works; its results stand with the API's. */
export function worksDocument(site: string, api: string): SearchDocument | undefined {
  const found = page(site, `reference/${api}/${howItWorks}`, api);
  return found && { ...found, names: { ...found.names, minor: true } };
}

/** None where the portal has no such folder: not every portal has guides. */
function pagesOf(site: string, folder: string): string[] {
  if (!existsSync(join(site, folder))) return [];
  const names = readdirSync(join(site, folder)).filter((name) => name.endsWith('.html'));
  return names.map((name) => name.replace(/\.html$/, '')).sort();
}

function getPage(site: string, path: string, group: string): SearchDocument {
  const found = page(site, path, group);
  if (!found) throw new Error(`${path} of ${site} has no heading or no content to index.`);
  return found;
}

function page(site: string, path: string, group: string): (SearchDocument & { description: string }) | undefined {
  const file = join(site, `${path}.html`);
  if (!existsSync(file)) return undefined;
  const html = readFileSync(file, 'utf8');
  const main = between(html, '<article', '</article>') ?? between(html, '<main', '</main>');
  const title = textOf(html.match(/<h1[^>]*>([\s\S]*?)<\/h1>/)?.[1] ?? '');
  if (!main || !title) return undefined;
  const description = metaOf(html, 'description');
  const keywords = metaOf(html, 'keywords');
  const also = textOf(keywords)
    .split(',')
    .flatMap((word) => word.trim() || []);
  return {
    url: `/${path}`,
    group,
    meta: { title },
    names: {
      ...(description && { about: textOf(description) }),
      ...(also.length > 0 && { also }),
      sections: sectionsOf(main),
    },
    body: `${main.replace(/<h1[\s\S]*?<\/h1>/, '').replaceAll(besides[group === 'portal' ? 'page' : 'text'], ' $&')}<p>${description}</p><p>${keywords}</p>`,
    description,
  };
}

/** The headings of a page, each with its anchor. */
function sectionsOf(html: string): [title: string, anchor: string][] {
  const headings = html.matchAll(/<h[2-4][^>]* id=(?:"([^"]*)"|([^\s>]+))[^>]*>([\s\S]*?)<(?:a|\/h)/g);
  return [...headings].flatMap(([, quoted, bare, heading = '']) => {
    const title = textOf(heading);
    return title ? [[title, quoted ?? bare ?? '']] : [];
  });
}

function metaOf(html: string, name: string): string {
  const tag = html.match(new RegExp(`<meta[^>]* name="?${name}"?[^>]*>`))?.[0] ?? '';
  const [, quoted, bare] = tag.match(/ content=(?:"([^"]*)"|([^\s>]+))/) ?? [];
  return quoted ?? bare ?? '';
}

function between(html: string, open: string, close: string): string | undefined {
  const start = html.indexOf(open);
  const end = html.lastIndexOf(close);
  return start < 0 || end < start ? undefined : html.slice(start, end + close.length);
}

function textOf(html: string): string {
  const text = html.replaceAll(/<[^>]+>/g, '').trim();
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
}
