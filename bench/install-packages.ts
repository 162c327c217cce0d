import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Package {
  name: string;
  version: string;
}

/** Installs the packages that `folder` lacks in exactly these versions, by npm and its cache; none of their scripts runs. */
export function installPackages(folder: string, packages: Package[]): void {
  const missing = packages.filter(({ name, version }) => versionOf(folder, name) !== version);
  mkdirSync(folder, { recursive: true });
  if (missing.length === 0) return;
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }\n');
  const wanted = missing.map(({ name, version }) => `${name}@${version}`);
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel', 'error'];
  execFileSync('npm', ['install', ...quiet, '--save-exact', ...wanted], { cwd: folder, stdio: 'inherit' });
}

function versionOf(folder: string, name: string): string | undefined {
  const manifest = join(folder, 'node_modules', name, 'package.json');
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).version : undefined;
}
