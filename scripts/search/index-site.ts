import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { close } from 'pagefind';
import { findSpecs, type Spec } from '../../server/openapi/find-specs.ts';
import { createFaultBook, type FaultBook } from '../../server/openapi/isolation/fault-book.ts';
import { isolateNow } from '../../server/openapi/isolation/isolate.ts';
import type { Locale } from '../../server/settings/languages.ts';
import { featuresOf } from '../../server/settings/portal/features.ts';
import type { OperationData } from '../../src/documents/operation-data.ts';
import { addFaults } from '../site/faults-file.ts';
import { prefixOf } from '../site/portal/portal-data.ts';
import { readBuiltPortal } from '../site/portal/portal-file.ts';
import { readHooks, readIndex, readOperations, readSchemas, validApis } from '../site/reference-data.ts';
import { readSettings, type SiteSettings } from '../site/settings.ts';
import { writeJson } from '../site/write-file.ts';
import { apiDocument } from './api-document.ts';
import { guideDocuments, planDocument, portalDocuments, worksDocument } from './built-pages.ts';
import { endpointDocument, hookDocument } from './endpoint-document.ts';
import { namesOf } from './names-of.ts';
import { openSearch } from './open-search.ts';
import type { SearchDocument } from './search-document.ts';
import { writeIndex } from './write-index.ts';

/** Writes the search indexes into the built site, one per language. */
export async function indexSite(settings: SiteSettings): Promise<void> {
  const portal = readBuiltPortal(settings.caisDir);
  const faults = createFaultBook();
  const specs = findSpecs(settings.specsPath, featuresOf(portal));
  for (const locale of portal.languages) {
    const site = join(settings.caisDir, 'site', prefixOf(portal, locale));
    const documents = [
      ...guideDocuments(site),
      ...portalDocuments(site),
      ...specs.flatMap((spec) => apiDocuments(settings, locale, site, spec, faults)),
    ];
    await writeIndex(documents, locale, join(site, 'pagefind'));
    writeJson(join(site, 'pagefind/names.json'), namesOf(documents, portal.search?.synonyms));
    writeFileSync(join(site, 'opensearch.xml'), openSearch(portal, locale, settings.publicUrl));
    console.log(`  ${locale}: ${documents.length} pages`);
  }
  addFaults(settings.caisDir, faults.list());
  await close();
}

function apiDocuments(
  settings: SiteSettings,
  locale: Locale,
  site: string,
  spec: Spec,
  faults: FaultBook,
): SearchDocument[] {
  const { slug } = spec;
  if (!validApis(settings, locale).some((api) => api.slug === slug)) return [];
  const make = <Made>(run: () => Made) => isolateNow(faults, 'search', spec, run);
  const index = make(() => readIndex(settings, locale, slug));
  const labels = new Map(index?.tags.map(({ name, label }) => [name, label]));
  const operations = make(() => readOperations(settings, locale, slug)) ?? [];
  const hooks = make(() => readHooks(settings, locale, slug)) ?? [];
  const schemas = make(() => readSchemas(settings, locale, slug)) ?? {};
  const write = (operation: OperationData) =>
    endpointDocument({ ...operation, schemas }, (tag) => labels.get(tag) ?? tag);
  return [
    index && make(() => apiDocument(index)),
    ...operations.map((operation) => make(() => write(operation))),
    ...hooks.map((hook) => make(() => hookDocument({ ...hook, schemas }))),
    make(() => worksDocument(site, slug)),
    make(() => planDocument(site, slug)),
  ].flatMap((document) => document ?? []);
}

if (import.meta.main) await indexSite(readSettings(resolve(import.meta.dirname, '../..')));
