import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folders of profiles that were loaded, by where their code really is: what it does later is known by its stack alone. */
const folders = new Map<string, string>();

/** Remembers that code of a folder is that of a profile. */
export function rememberFolder(folder: string): void {
  folders.set(realpathSync(folder), folder);
}

/** A portal of one document may have the server itself below its folder, as a package or as a clone. */
const server = fileURLToPath(new URL('..', import.meta.url));

/** The folder of the profile to which a file belongs. */
export function findProfileFolder(file: string): string | undefined {
  if (file.startsWith(server)) return undefined;
  for (const [place, folder] of folders)
    if (file.startsWith(`${place}/`) && !file.slice(place.length).includes('/node_modules/')) return folder;
  return undefined;
}

/** The files of a stack, from the top down, without those of Node.js. */
export function filesOf(stack: string): string[] {
  return [...stack.matchAll(/^ +at (?:async |.*\()?((?:file:\/\/)?\/.*?):\d+:\d+\)?$/gm)].map(([, file = '']) =>
    file.startsWith('file:') ? fileURLToPath(file) : file,
  );
}

/**
 * The folder of the profile whose own timer, event or promise threw an error that nothing caught. An error that came through code of
 * the server, and was not thrown into a promise, is not the profile's alone.
 */
export function findThrower(error: unknown, isRejection: boolean): string | undefined {
  const files = filesOf(error instanceof Error ? String(error.stack) : '');
  const own = files.map(findProfileFolder);
  return isRejection || own.every((folder, at) => folder || files[at]?.includes('/node_modules/'))
    ? own.find((folder, at) => folder || !files[at]?.includes('/node_modules/'))
    : undefined;
}
