import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locale } from '../../server/settings/languages.ts';
import type { ApiLine } from '../../src/documents/api-index-data.ts';
import type { LoadedApi } from './load-apis.ts';
import { howItWorks } from './pages.ts';
import { referenceFolder } from './settings.ts';
import { writeJson } from './write-file.ts';

interface SidebarCategory {
  type: 'category';
  label: string;
  items: { id?: string; customProps?: object }[];
}

/** Writes `reference/<locale>/sidebars.json`, with the generator's sidebar of each API under one category. */
export async function writeSidebar(
  caisDir: string,
  locale: Locale,
  lines: ApiLine[],
  apis: LoadedApi[],
): Promise<void> {
  const folder = referenceFolder(caisDir, locale);
  const slugs = new Map(
    apis.map(({ slug, own, texts }) => [slug, (texts.get(locale) ?? own).operations.map((each) => each.slug)]),
  );
  const items = await Promise.all(
    lines.map((line) => (line.faulty ? faultyItem(line) : apiCategory(folder, line, slugs.get(line.slug) ?? []))),
  );
  writeJson(join(folder, 'sidebars.json'), { reference: inGroups(lines, items) });
}

/** The APIs of a group stand under its heading, where the first of them would. */
function inGroups(apis: ApiLine[], items: object[]): object[] {
  const groups = new Map<string, object[]>();
  return apis.flatMap(({ group }, index) => {
    const item = items[index] as object;
    if (group === undefined) return item;
    const others = groups.get(group);
    if (others) {
      others.push(item);
      return [];
    }
    const own = [item];
    groups.set(group, own);
    return { type: 'category', label: group, key: `group/${group}`, collapsible: false, items: own };
  });
}

function faultyItem({ slug }: ApiLine) {
  return { type: 'doc', id: `${slug}/index`, label: slug };
}

/** From this number of operations on, only the current tag is expanded, because every page has the full navigation in its HTML. */
const long = 120;

async function apiCategory(folder: string, { slug, title, operations, lang }: ApiLine, written: string[]) {
  // In the language of the document, where that is not the page's.
  const marked = lang === undefined ? {} : { customProps: { lang } };
  const ids = new Set(written.map((name) => `${slug}/${name}`));
  const file = join(folder, slug, 'sidebar.ts');
  // An API without operations gets none.
  if (operations === 0 || !existsSync(file)) return { type: 'doc', id: `${slug}/index`, label: title, ...marked };
  const { default: tags } = (await import(pathToFileURL(file).href)) as {
    default: SidebarCategory[];
  };
  return {
    type: 'category',
    label: title,
    key: slug,
    ...marked,
    link: { type: 'doc', id: `${slug}/index` },
    // Keys must be unique: two APIs may have the same operation id, and one operation may have several tags.
    items: [
      ...worksItem(folder, slug),
      ...tags.flatMap((tag) => {
        const shown = tag.items.filter(({ id }) => id !== undefined && ids.has(id));
        if (shown.length === 0) return [];
        return {
          ...tag,
          ...marked,
          key: `${slug}/${tag.label}`,
          collapsible: operations >= long,
          collapsed: true,
          items: shown.map((item) => ({
            ...item,
            ...(lang !== undefined && { customProps: { ...item.customProps, lang } }),
            key: `${slug}/${tag.label}/${item.id}`,
          })),
        };
      }),
    ],
  };
}

/** The page on how the API works comes first, where there is one. */
function worksItem(folder: string, slug: string) {
  const id = `${slug}/${howItWorks}`;
  return existsSync(join(folder, `${id}.mdx`)) ? [{ type: 'doc', id, key: id }] : [];
}
