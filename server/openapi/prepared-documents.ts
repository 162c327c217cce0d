import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseExactly } from '../../wire/exact-json.ts';
import { locales } from '../settings/languages.ts';
import { ownExtension } from '../settings/own-extension.ts';
import type { OpenApiDocument } from './document-types.ts';
import { type ApiDocument, apiOf, loadApi } from './load-api.ts';
import { placeOfDocument } from './place-of-document.ts';

/** Stores a document as its author wrote it, after reading, checking and upgrading it, so that later starts only have to read it. */
export function storePrepared(folder: string, { folder: sources, document, faults, files }: ApiDocument): void {
  // What was left out, and why, is found again in the sources; whether one of several files has changed, only there.
  if (faults.length > 0 || files.length > 0) return;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, nameOf(sources));
  if (existsSync(file)) return;
  // Written and renamed, so that a concurrent reader never sees a partial file.
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(document));
  renameSync(unfinished, file);
}

/** Loads an API from its prepared document; from its sources if they, or the code that reads them, have changed. */
export async function loadPrepared(folder: string, sources: string): Promise<ApiDocument> {
  const document = findPrepared(join(folder, nameOf(sources)));
  return document ? apiOf(sources, document) : loadApi(sources);
}

function findPrepared(file: string): OpenApiDocument | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return parseExactly(readFileSync(file, 'utf8')) as OpenApiDocument;
  } catch {
    return undefined;
  }
}

/** A file name with a digest of the sources and of the code that reads them. */
function nameOf(sources: string): string {
  const hash = createHash('sha256').update(readerDigest());
  const overlays = locales.map((locale) => join(sources, `overlay.${locale}.yaml`));
  for (const path of [placeOfDocument(sources).file, ...overlays]) {
    hash.update(existsSync(path) ? readFileSync(path) : 'none').update('\0');
  }
  return `${basename(sources)}.${hash.digest('hex').slice(0, 16)}.json`;
}

let reader: string | undefined;

function readerDigest(): string {
  if (reader === undefined) {
    const hash = createHash('sha256');
    for (const file of globSync(`**/*${ownExtension}`, { cwd: import.meta.dirname }).sort())
      hash.update(`${file}\0`).update(readFileSync(join(import.meta.dirname, file)));
    reader = hash.digest('hex');
  }
  return reader;
}
