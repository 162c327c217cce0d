import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PluginOptions } from '@docusaurus/plugin-content-docs';
import type { Locale } from '../../../server/settings/languages.ts';
import { guidesFolder, guidesSidebarFile } from './guides-folder.ts';

/** Where Docusaurus finds the guides of a language, and in which order: that of the portal's `sidebars.ts`, or of the build. */
export function guidesOptions(portal: string, caisDir: string, locale: Locale): Partial<PluginOptions> {
  const path = guidesFolder(caisDir, locale);
  const own = join(portal, 'sidebars.ts');
  if (existsSync(own)) return { path, sidebarPath: own };
  const sidebarPath = guidesSidebarFile(caisDir, locale);
  const named = idsIn(JSON.parse(readFileSync(sidebarPath, 'utf8')));
  return {
    path,
    sidebarPath,
    // Those that have their place already do not follow once more.
    sidebarItemsGenerator: ({ defaultSidebarItemsGenerator, docs, ...others }) =>
      defaultSidebarItemsGenerator({ ...others, docs: docs.filter(({ id }) => !named.has(id)) } as never),
  };
}

function idsIn(sidebars: { guides: (string | { items: unknown[] })[] }): Set<unknown> {
  return new Set(sidebars.guides.flatMap((item) => (typeof item === 'string' ? item : item.items)));
}
