import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createIndex } from 'pagefind';
import type { Locale } from '../../server/openapi/load-api.ts';
import { type SearchDocument, writeSearchDocument } from './search-document.ts';

/** What stands around the content of a page. */
const furniture = ['pre', 'nav', 'footer', 'button', 'svg', '.hash-link', '.theme-doc-toc-mobile'];

/** What Pagefind adds that the portal does without: it shows the results itself (src/search/). */
const leftBehind = ['pagefind-*ui*', 'pagefind-highlight.js', 'wasm.unknown.pagefind'];

/** Writes the index of documents in one language into a folder, with the script that reads it. */
export async function writeIndex(documents: SearchDocument[], locale: Locale, outputPath: string): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: locale.slice(0, 2), excludeSelectors: furniture });
  if (!index) throw new Error(errors.join('\n'));
  for (const document of documents) {
    const added = await index.addHTMLFile({ url: document.url, content: writeSearchDocument(document) });
    if (added.errors.length > 0) throw new Error(`${document.url}: ${added.errors.join('\n')}`);
  }
  rmSync(outputPath, { recursive: true, force: true });
  const written = await index.writeFiles({ outputPath });
  if (written.errors.length > 0) throw new Error(written.errors.join('\n'));
  for (const name of globSync(leftBehind, { cwd: outputPath })) rmSync(join(outputPath, name));
}
