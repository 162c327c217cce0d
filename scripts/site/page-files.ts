import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isHookSlug } from '../../server/openapi/hooks.ts';

/** The names of an API's operation pages, as the generator has chosen them. */
export function listPageFiles(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.api.mdx') && !isHookSlug(name)) : [];
}

/** The files of an API's operation pages, by the slug of the operation. */
export function pageFilesBySlug(folder: string): Map<string, string> {
  const slugOf = (file: string) => /^id: "(.*)"$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
  return new Map(listPageFiles(folder).map((name) => [slugOf(join(folder, name)), join(folder, name)]));
}
