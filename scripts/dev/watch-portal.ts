import { statSync, watch } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';

/** Time for an editor to finish saving, in milliseconds. */
const saving = 200;

/** What is generated beside documents, and what editors leave there. */
const hidden = /(^|[\\/])(\.|node_modules)|~$/;

/** Calls a function after changes of files and folders, also of those that do not exist yet. */
export function watchPaths(paths: string[], changed: () => void): void {
  const later = debounce(changed);
  for (const path of paths.map((each) => resolve(each))) watchPath(path, later);
}

function watchPath(path: string, changed: () => void): void {
  if (isFolder(path)) watch(path, { recursive: true }, (_, name) => !hidden.test(name ?? '') && changed());
  else if (isFolder(dirname(path))) watchName(path, changed);
}

/** Editors replace files, so it is the folder that is watched. */
function watchName(path: string, changed: () => void): void {
  const watcher = watch(dirname(path), (_, name) => {
    if (name !== basename(path)) return;
    changed();
    if (!isFolder(path)) return;
    watcher.close();
    watchPath(path, changed);
  });
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function debounce(run: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(run, saving);
  };
}
