import { join } from 'node:path';
import type { Locale } from '../../../server/settings/languages.ts';

/** Folder of all guides of a portal in one language, as Docusaurus reads them. */
export function guidesFolder(caisDir: string, locale: Locale): string {
  return join(caisDir, 'guides', locale);
}

/** Their order, where the portal has no `sidebars.ts`. */
export function guidesSidebarFile(caisDir: string, locale: Locale): string {
  return join(caisDir, 'guides', `sidebars.${locale}.json`);
}
