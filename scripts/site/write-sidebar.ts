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

/** Puts the generator's sidebar of each API under a category of its own: `reference/<locale>/sidebars.json`. */
export async function writeSidebar(caisDir: string, locale: Locale, apis: ApiLine[]): Promise<void> {
  const folder = referenceFolder(caisDir, locale);
  const items = await Promise.all(apis.map((api) => (api.faulty ? faultyItem(api) : apiCategory(folder, api))));
  writeJson(join(folder, 'sidebars.json'), { reference: items });
}

function faultyItem({ slug }: ApiLine) {
  return { type: 'doc', id: `${slug}/index`, label: slug };
}

/** From so many operations on, only the tag one is in stands open: every page has its whole navigation in its HTML. */
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
    // Two APIs may name an operation alike, and one operation may have several tags: keys tell them apart.
    items: tags.map((tag) => ({
      ...tag,
      key: `${slug}/${tag.label}`,
      collapsible: operations >= long,
      collapsed: true,
      items: tag.items.map((item) => ({ ...item, key: `${slug}/${tag.label}/${item.id}` })),
    })),
  };
}
