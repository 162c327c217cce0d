import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { OpenApiDocument } from './document-types.ts';
import { type ApiDocument, apiOf, loadApi } from './load-api.ts';

/** Keeps a document in Portuguese as it was read, checked and lifted, so that who starts later only reads it. */
export function keepPrepared(folder: string, { folder: sources, document }: ApiDocument): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, nameOf(sources));
  if (existsSync(file)) return;
  // Whoever reads at this moment finds the whole, or nothing.
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(document));
  renameSync(unfinished, file);
}

/** Loads an API as the build has read it; anew when its files, or the code that reads them, are no longer the same. */
export async function loadPrepared(folder: string, sources: string): Promise<ApiDocument> {
  const document = findPrepared(join(folder, nameOf(sources)));
  return document ? apiOf(sources, document) : loadApi(sources);
}

function findPrepared(file: string): OpenApiDocument | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as OpenApiDocument;
  } catch {
    return undefined;
  }
}

/** A name that says what the document was made of. */
function nameOf(sources: string): string {
  const hash = createHash('sha256').update(readerDigest());
  for (const file of ['openapi.yaml', 'overlay.en.yaml']) {
    const path = join(sources, file);
    hash.update(existsSync(path) ? readFileSync(path) : 'none').update('\0');
  }
  return `${basename(sources)}.${hash.digest('hex').slice(0, 16)}.json`;
}

let reader: string | undefined;

function readerDigest(): string {
  if (reader === undefined) {
    const hash = createHash('sha256');
    for (const file of globSync('**/*.ts', { cwd: import.meta.dirname }).sort())
      hash.update(`${file}\0`).update(readFileSync(join(import.meta.dirname, file)));
    reader = hash.digest('hex');
  }
  return reader;
}
