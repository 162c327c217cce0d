import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { close } from 'pagefind';
import type { Locale } from '../../server/openapi/load-api.ts';
import { prefixOf } from '../site/portal/portal-data.ts';
import { readBuiltPortal } from '../site/portal/portal-file.ts';
import { readIndex, readOperations, validApis } from '../site/reference-data.ts';
import { readSettings, type SiteSettings } from '../site/settings.ts';
import { apiDocument } from './api-document.ts';
import { guideDocuments, planDocument, portalDocuments } from './built-pages.ts';
import { endpointDocument } from './endpoint-document.ts';
import { openSearch } from './open-search.ts';
import type { SearchDocument } from './search-document.ts';
import { writeIndex } from './write-index.ts';

/** Writes the search indexes into the built site, one per language. */
export async function indexSite(settings: SiteSettings): Promise<void> {
  const portal = readBuiltPortal(settings.caisDir);
  for (const locale of portal.languages) {
    const site = join(settings.caisDir, 'site', prefixOf(portal, locale));
    const documents = [...guideDocuments(site), ...portalDocuments(site), ...apiDocuments(settings, locale, site)];
    await writeIndex(documents, locale, join(site, 'pagefind'));
    writeFileSync(join(site, 'opensearch.xml'), openSearch(portal, locale, settings.publicUrl));
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
