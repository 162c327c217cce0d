import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { madeFiles } from './portal/write-look.ts';

/** Folders of files that are copied as they are: those of every portal, those made for it, and its own. */
export function staticFolders(root: string, portal: string, caisDir: string): string[] {
  const folders = [join(root, 'src/static'), madeFiles(caisDir), join(portal, 'static')];
  return folders.filter((folder) => existsSync(folder));
}
