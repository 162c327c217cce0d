import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/run-child.mjs';
import { readSettings } from '../../scripts/site/settings.ts';
import { packages } from './packages.ts';

/** Where the SDKs are installed, apart from this project's own packages. */
export const clientsFolder = join(readSettings(root).caisDir, 'clients');

/** Installs the SDKs that are missing, of the versions listed, by npm and its cache; none of their scripts runs. */
export function installClients(): void {
  const missing = Object.values(packages).filter(({ name, version }) => versionOf(name) !== version);
  mkdirSync(clientsFolder, { recursive: true });
  // What is imported by a file of this folder is found in its node_modules, whatever kind of module it is.
  writeFileSync(join(clientsFolder, 'load.mjs'), 'export const load = (name) => import(name);\n');
  if (missing.length === 0) return;
  const manifest = join(clientsFolder, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }\n');
  const wanted = missing.map(({ name, version }) => `${name}@${version}`);
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel', 'error'];
  execFileSync('npm', ['install', ...quiet, '--save-exact', ...wanted], { cwd: clientsFolder, stdio: 'inherit' });
}

function versionOf(name: string): string | undefined {
  const manifest = join(clientsFolder, 'node_modules', name, 'package.json');
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).version : undefined;
}
