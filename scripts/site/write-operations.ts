import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { FaultBook } from '../../server/openapi/isolation/fault-book.ts';
import { isolateNow } from '../../server/openapi/isolation/isolate.ts';
import type { Locale } from '../../server/settings/languages.ts';
import { type LoadedApi, leaveOut } from './load-apis.ts';
import { pageFilesBySlug } from './page-files.ts';
import { PageSchemas } from './page-schemas.ts';
import type { PlaceOperations } from './place-operations.ts';
import { referenceFolder } from './settings.ts';
import type { SiteStages } from './site-stages.ts';
import { writeJson } from './write-file.ts';

/** Writes the data of each operation's page; an operation of which that cannot be made in a language has no page in any. */
export function writeOperations(
  caisDir: string,
  api: LoadedApi,
  faults: FaultBook,
  { createOperationReader, makeSamples }: Pick<SiteStages, 'createOperationReader' | 'makeSamples'>,
  schemas = new PageSchemas(),
  placeOperations: PlaceOperations = () => () => ({}),
): LoadedApi {
  const lost = new Set<string>();
  for (const [locale, text] of api.texts) {
    const read = createOperationReader(text, (operation, security) =>
      makeSamples(text, operation, security, (make) =>
        isolateNow(faults, 'sample', api, make, { operation, leftOut: 'part' }),
      ),
    );
    const place = placeOperations(api, text, locale);
    for (const operation of text.operations) {
      const make = () => schemas.take(locale, { ...read(operation), ...place(operation) });
      const data = isolateNow(faults, 'pages', api, make, { operation });
      if (data === undefined) lost.add(operation.slug);
      else writeJson(dataFile(caisDir, locale, api.slug, operation.slug), data);
    }
  }
  schemas.write(caisDir, api.slug, api.texts.keys());
  return removeOperations(caisDir, api, lost);
}

/** Takes operations out of an API, and their data and pages out of the reference. */
export function removeOperations(caisDir: string, api: LoadedApi, lost: ReadonlySet<string>): LoadedApi {
  if (lost.size === 0) return api;
  for (const locale of api.texts.keys()) {
    const pages = pageFilesBySlug(join(referenceFolder(caisDir, locale), api.slug));
    for (const slug of lost) {
      rmSync(dataFile(caisDir, locale, api.slug, slug), { force: true });
      const page = pages.get(slug);
      if (page) rmSync(page);
    }
  }
  return leaveOut(api, lost);
}

function dataFile(caisDir: string, locale: Locale, api: string, operation: string): string {
  return join(referenceFolder(caisDir, locale), api, `${operation}.json`);
}
