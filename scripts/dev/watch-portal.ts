import { existsSync, statSync, watch } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';

/** Time for an editor to finish saving, in milliseconds. */
const saving = 200;

/** What is generated beside documents, and what editors leave there. */
const hidden = /(^|[\\/])(\.|node_modules)|~$/;

/** Calls a function after changes of files and folders, also of files that do not exist yet. */
export function watchPaths(paths: string[], changed: () => void): void {
  const later = debounce(changed);
  for (const path of paths.map((each) => resolve(each))) {
    if (existsSync(path) && statSync(path).isDirectory())
      watch(path, { recursive: true }, (_, name) => !hidden.test(name ?? '') && later());
    // Editors replace files, so it is the folder that is watched.
    else if (existsSync(dirname(path))) watch(dirname(path), (_, name) => name === basename(path) && later());
  }
}

function debounce(run: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(run, saving);
  };
}
