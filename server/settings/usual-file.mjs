// JavaScript, because `npm start` asks before packages are installed, with a Node that may be older.
import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';

/** The names that OpenAPI documents usually have, without their extension. */
export const usualNames = ['openapi', 'swagger', 'api'];

const extensions = ['.yaml', '.yml', '.json'];
/** Folders with more files than this are looked through for usual names only. */
const mostFiles = 50;

/**
 * The document of a folder: the one with a usual name, such as `openapi.yaml` or `swagger.json`, else the only one that says which
 * version of OpenAPI it has.
 * @param {string} folder
 * @returns {string | undefined}
 */
export function findUsualFile(folder) {
  const documents = listDocuments(folder);
  return documents.length === 1 ? documents[0] : undefined;
}

/**
 * The documents of which one may be meant by a folder: the one with a usual name, else all.
 * @param {string} folder
 * @returns {string[]}
 */
export function listDocuments(folder) {
  const usual = usualNames
    .flatMap((name) => extensions.map((extension) => join(folder, name + extension)))
    .find((file) => existsSync(file));
  if (usual !== undefined) return [usual];
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  const files = readdirSync(folder).filter((name) => extensions.includes(extname(name).toLowerCase()));
  return files.length > mostFiles ? [] : files.map((name) => join(folder, name)).filter(isDocument);
}

/**
 * Whether a file begins as documents do: the version is among the first keys, as it nearly always is.
 * @param {string} file
 * @returns {boolean}
 */
export function isDocument(file) {
  if (!statSync(file).isFile()) return false;
  const start = Buffer.alloc(4096);
  const opened = openSync(file, 'r');
  try {
    const length = readSync(opened, start);
    const text = start.toString('utf8', 0, length).replace(/^\uFEFF/, '');
    const isJson = /^\s*\{/.test(text);
    return (isJson ? /"(openapi|swagger)"\s*:\s*"[23]\./ : /^["']?(openapi|swagger)["']?\s*:\s*["']?[23]\b/m).test(
      text,
    );
  } finally {
    closeSync(opened);
  }
}
