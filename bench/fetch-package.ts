import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../scripts/run-child.mjs';
import { readSettings } from '../scripts/site/settings.ts';

/** Downloads a path of an npm package once, without making it a dependency; returns its location. */
export function fetchPackage(name: string, version: string, path: string): string {
  const folder = join(readSettings(root).caisDir, name.split('/').at(-1) as string);
  const found = join(folder, 'package', path);
  if (!existsSync(found)) {
    mkdirSync(folder, { recursive: true });
    const archive = execFileSync('npm', ['pack', '--silent', `${name}@${version}`], { cwd: folder, encoding: 'utf8' });
    execFileSync('tar', ['xzf', archive.trim(), `package/${path}`], { cwd: folder });
  }
  return found;
}
