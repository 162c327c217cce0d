import { existsSync, readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { findUsualFile, isDocument } from '../../server/settings/usual-file.mjs';

/**
 * The documents of some paths. Each is a file, or a folder: with a document under a usual name, with one folder for each API (also in
 * `specs/`, as a portal has them), or with documents under any names.
 */
export function findDocuments(paths: string[]): string[] {
  return [...new Set(paths.flatMap(documentsAt))];
}

function documentsAt(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new Error(missing(path));
  if (!stat.isDirectory()) return [path];
  const own = findUsualFile(path);
  if (own) return [own];
  const found = [join(path, 'specs'), path].map(documentsBelow).find(({ length }) => length > 0);
  if (found) return found;
  throw new Error(`There is no OpenAPI document in ${path}, such as openapi.yaml, and in no folder right below it.`);
}

function missing(path: string): string {
  if (/^https?:/.test(path)) return `cais reads files, no addresses. Fetch it first: curl -fsSLO ${path}`;
  return `There is no file or folder ${path}.`;
}

function documentsBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !/^(\.|node_modules$)/.test(name));
  const apis = names.flatMap(({ name }) => findUsualFile(join(folder, name)) ?? []);
  if (apis.length > 0) return apis.sort();
  const files = names.filter((entry) => entry.isFile() && /^\.(ya?ml|json)$/.test(extname(entry.name)));
  return files
    .map(({ name }) => join(folder, name))
    .filter(isDocument)
    .sort();
}
