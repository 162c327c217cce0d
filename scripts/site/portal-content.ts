import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { madeFiles } from './portal/write-look.ts';

/** Whether a portal has guides of its own; without any, it has no pages for them and no links to them. */
export function hasGuides(portal: string): boolean {
  return globSync('docs/**/*.{md,mdx}', { cwd: portal }).length > 0;
}

/** The order of the guides, where the portal gives one; else it follows their names and front matter. */
export function sidebarsFile(portal: string): string | undefined {
  const file = join(portal, 'sidebars.ts');
  return existsSync(file) ? file : undefined;
}

/** Folders of files that are copied as they are: those of every portal, those made for it, and its own. */
export function staticFolders(root: string, portal: string, caisDir: string): string[] {
  const folders = [join(root, 'src/static'), madeFiles(caisDir), join(portal, 'static')];
  return folders.filter((folder) => existsSync(folder));
}
