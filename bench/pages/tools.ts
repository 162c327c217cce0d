import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/run-child.mjs';
import { readSettings } from '../../scripts/site/settings.ts';
import { installPackages } from '../install-packages.ts';

/** What measures, and what is compared: none of it is a dependency of the project. */
export const packages = {
  lighthouse: { name: 'lighthouse', version: '13.5.0' },
  scalar: { name: '@scalar/api-reference', version: '1.76.0' },
  redoc: { name: 'redoc', version: '3.0.1' },
  elements: { name: '@stoplight/elements', version: '9.0.25' },
  swagger: { name: 'swagger-ui-dist', version: '5.35.0' },
};

export const toolsFolder = join(readSettings(root).caisDir, 'page-tools');

/** Installs them; two of the peers bring packages that clash as dependencies, and are unpacked alone. */
export function installTools(): void {
  mkdirSync(toolsFolder, { recursive: true });
  // What is imported by a file of this folder is found in its node_modules.
  writeFileSync(join(toolsFolder, 'load.mjs'), 'export const load = (name) => import(name);\n');
  const { lighthouse, scalar, swagger } = packages;
  installPackages(toolsFolder, [lighthouse, scalar, swagger]);
}

/** Imports an installed package. */
export async function loadTool<Module>(name: string): Promise<Module> {
  const { load } = await import(pathToFileURL(join(toolsFolder, 'load.mjs')).href);
  return load(name);
}
