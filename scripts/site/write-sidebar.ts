import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locale } from '../../server/openapi/load-api.ts';
import type { ApiLine } from '../../src/documents/api-index-data.ts';
import { referenceFolder } from './settings.ts';
import { writeJson } from './write-file.ts';

interface SidebarCategory {
  type: 'category';
  label: string;
  items: { id?: string }[];
}

/** Writes `reference/<locale>/sidebars.json`, with the generator's sidebar of each API under one category. */
export async function writeSidebar(caisDir: string, locale: Locale, apis: ApiLine[]): Promise<void> {
  const folder = referenceFolder(caisDir, locale);
  const items = await Promise.all(apis.map((api) => (api.faulty ? faultyItem(api) : apiCategory(folder, api))));
  writeJson(join(folder, 'sidebars.json'), { reference: inGroups(apis, items) });
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

async function apiCategory(folder: string, { slug, title, operations }: ApiLine) {
  const { default: tags } = (await import(pathToFileURL(join(folder, slug, 'sidebar.ts')).href)) as {
    default: SidebarCategory[];
  };
  return {
    type: 'category',
    label: title,
    key: slug,
    link: { type: 'doc', id: `${slug}/index` },
    // Keys must be unique: two APIs may have the same operation id, and one operation may have several tags.
    items: tags.map((tag) => ({
      ...tag,
      key: `${slug}/${tag.label}`,
      collapsible: operations >= long,
      collapsed: true,
      items: tag.items.map((item) => ({ ...item, key: `${slug}/${tag.label}/${item.id}` })),
    })),
  };
}
