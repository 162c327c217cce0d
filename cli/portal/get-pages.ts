import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { root } from '../../scripts/run-child.mjs';

/**
 * The folder of what builds pages: the project's own, or the package `cais-portal` beside this one or in the folder where the command
 * is typed, in the same version. Throws an error with what to type where there is none.
 */
export function getPages(): string {
  if (existsSync(join(root, 'docusaurus.config.ts'))) return root;
  const { version } = readManifest(root);
  const found = [root, resolve('.')].flatMap((folder) => findPackage(folder) ?? []);
  const right = found.find((folder) => readManifest(folder).version === version);
  if (right) return right;
  const there = found[0] && ` (${readManifest(found[0]).version} is)`;
  throw new Error(
    `The pages of a portal are a package of their own, cais-portal, of which ${version} is not installed${there ?? ''}. Here, run:
npm install cais@${version} cais-portal@${version}`,
  );
}

/** The package as modules in a folder find it. */
function findPackage(folder: string): string | undefined {
  try {
    return dirname(createRequire(join(folder, 'package.json')).resolve('cais-portal/package.json'));
  } catch {
    return undefined;
  }
}

function readManifest(folder: string): { version: string } {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
