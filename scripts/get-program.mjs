import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectNode, root } from './run-child.mjs';

/** The folder with `server/`: the project's own, and for the package of pages that of the package `cais`. */
export function serverRoot() {
  return existsSync(join(root, 'server')) ? root : dirname(fileURLToPath(import.meta.resolve('cais/package.json')));
}

/**
 * The file of a program, such as `scripts/build` or `server/main`: TypeScript in the project, compiled in the packages. Throws where
 * there is none.
 * @param {string} name
 */
export function getProgram(name) {
  const folder = name.startsWith('server/') ? serverRoot() : root;
  const found = ['ts', 'js'].map((extension) => join(folder, `${name}.${extension}`)).find((file) => existsSync(file));
  if (found === undefined) throw new Error(`There is no program ${name} in ${folder}.`);
  return found;
}

/** The Node that programs run with: the project's own. A package takes the one that runs, which the command `cais` has checked. */
export function nodeOfPrograms() {
  return existsSync(projectNode) ? projectNode : process.execPath;
}
