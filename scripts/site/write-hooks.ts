import { join } from 'node:path';
import type { FaultBook } from '../../server/openapi/isolation/fault-book.ts';
import { isolateNow } from '../../server/openapi/isolation/isolate.ts';
import type { OperationData } from '../../src/documents/operation-data.ts';
import { type LoadedApi, leaveOut } from './load-apis.ts';
import type { PageSchemas } from './page-schemas.ts';
import { hookPage } from './pages.ts';
import { firstParagraph } from './render-markdown.ts';
import { referenceFolder } from './settings.ts';
import type { SiteStages } from './site-stages.ts';
import { write, writeJson } from './write-file.ts';

/** Writes the page of each webhook and callback, and its data; one of which that cannot be made in a language has no page in any. */
export function writeHooks(
  caisDir: string,
  api: LoadedApi,
  faults: FaultBook,
  { createOperationReader }: Pick<SiteStages, 'createOperationReader'>,
  schemas: PageSchemas,
): LoadedApi {
  const lost = new Set<string>();
  const made: [file: string, page: string, data: OperationData][] = [];
  for (const [locale, text] of api.texts) {
    const read = createOperationReader(text, () => []);
    for (const hook of text.hooks ?? []) {
      const data = isolateNow(faults, 'pages', api, () => schemas.take(locale, read(hook)), { leftOut: 'part' });
      if (data === undefined) {
        lost.add(hook.slug);
        continue;
      }
      const { description, summary } = hook.operation;
      const texts = { slug: hook.slug, title: data.summary, description: firstParagraph(description ?? summary) };
      made.push([
        join(referenceFolder(caisDir, locale), api.slug, hook.slug),
        hookPage(api.slug, text.title, texts),
        data,
      ]);
    }
  }
  for (const [file, page, data] of made) {
    if (lost.has(data.slug)) continue;
    write(`${file}.api.mdx`, page);
    writeJson(`${file}.json`, data);
  }
  return leaveOut(api, lost);
}
