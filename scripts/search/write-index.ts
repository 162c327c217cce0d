import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createIndex } from 'pagefind';
import type { Locale } from '../../server/settings/languages.ts';
import { excluded } from './excluded.ts';
import { type SearchDocument, writeSearchDocument } from './search-document.ts';

/** Pagefind output that the portal does not use: it has its own search UI (src/search/). */
const unused = ['pagefind-*ui*', 'pagefind-highlight.js', 'wasm.unknown.pagefind'];

/** Writes the index of documents in one language, and Pagefind's script, into a folder. */
export async function writeIndex(documents: SearchDocument[], locale: Locale, outputPath: string): Promise<void> {
  const { index, errors } = await createIndex({
    forceLanguage: locale.slice(0, 2),
    excludeSelectors: [...excluded.elements, ...excluded.classes],
  });
  if (!index) throw new Error(errors.join('\n'));
  for (const document of documents) {
    const added = await index.addHTMLFile({ url: document.url, content: writeSearchDocument(document) });
    if (added.errors.length > 0) throw new Error(`${document.url}: ${added.errors.join('\n')}`);
  }
  rmSync(outputPath, { recursive: true, force: true });
  const written = await index.writeFiles({ outputPath });
  if (written.errors.length > 0) throw new Error(written.errors.join('\n'));
  for (const name of globSync(unused, { cwd: outputPath })) rmSync(join(outputPath, name));
}
