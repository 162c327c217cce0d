import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * Moves the files of `fresh`, a folder on the same file system, to another, and deletes all others there. Files that differ are
 * replaced by a rename and equal ones stay as they are: who reads them meanwhile finds each file, and none half written.
 */
export function updateFolder(folder: string, fresh: string): void {
  const names = listFiles(fresh);
  for (const name of names) {
    const [from, to] = [join(fresh, name), join(folder, name)];
    if (existsSync(to) && readFileSync(to).equals(readFileSync(from))) continue;
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  }
  for (const name of listFiles(folder)) {
    if (!names.includes(name)) rmSync(join(folder, name), { force: true });
  }
}

function listFiles(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
}
