import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/run-child.mjs';
import { readSettings } from '../../scripts/site/settings.ts';
import { installPackages } from '../install-packages.ts';
import { packages } from './packages.ts';

/** Where the SDKs are installed, apart from this project's own packages. */
export const clientsFolder = join(readSettings(root).caisDir, 'clients');

/** Installs the SDKs that are missing. */
export function installClients(): void {
  mkdirSync(clientsFolder, { recursive: true });
  // What is imported by a file of this folder is found in its node_modules, whatever kind of module it is.
  writeFileSync(join(clientsFolder, 'load.mjs'), 'export const load = (name) => import(name);\n');
  installPackages(clientsFolder, Object.values(packages));
}
