import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { close } from 'pagefind';
import type { Locale } from '../../server/openapi/load-api.ts';
import { readIndex, readOperations, validApis } from '../site/reference-data.ts';
import { locales, readSettings, type SiteSettings } from '../site/settings.ts';
import { apiDocument } from './api-document.ts';
import { guideDocuments, planDocument, portalDocuments } from './built-pages.ts';
import { endpointDocument } from './endpoint-document.ts';
import { openSearch } from './open-search.ts';
import type { SearchDocument } from './search-document.ts';
import { writeIndex } from './write-index.ts';

/** Folder of each language inside the built site. */
const folders: Record<Locale, string> = { 'pt-BR': '.', en: 'en' };

/** Writes the search indexes into the built site, one per language. */
export async function indexSite(settings: SiteSettings): Promise<void> {
  for (const locale of locales) {
    const site = join(settings.caisDir, 'site', folders[locale]);
    const documents = [...guideDocuments(site), ...portalDocuments(site), ...apiDocuments(settings, locale, site)];
    await writeIndex(documents, locale, join(site, 'pagefind'));
    writeFileSync(join(site, 'opensearch.xml'), openSearch(locale, settings.publicUrl));
    console.log(`  ${locale}: ${documents.length} pages`);
  }
  await close();
}

function apiDocuments(settings: SiteSettings, locale: Locale, site: string): SearchDocument[] {
  return validApis(settings, locale).flatMap(({ slug }) => {
    const index = readIndex(settings, locale, slug);
    const labels = new Map(index.tags.map(({ name, label }) => [name, label]));
    const operations = readOperations(settings, locale, slug);
    return [
      apiDocument(index),
      ...operations.map((operation) => endpointDocument(operation, (tag) => labels.get(tag) ?? tag)),
      planDocument(site, slug) ?? [],
    ].flat();
  });
}

if (import.meta.main) await indexSite(readSettings(resolve(import.meta.dirname, '../..')));
