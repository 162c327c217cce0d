import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findSpecs } from '../../../server/openapi/find-specs.ts';
import { type ApiFault, createFaultBook } from '../../../server/openapi/isolation/fault-book.ts';
import type { Locale } from '../../../server/settings/languages.ts';
import { readPortal } from '../../../server/settings/portal/read-portal.ts';
import { temporaryFolder } from '../../../server/testing/test-specs.ts';
import { serveForPages } from '../explain-apis.ts';
import { loadApis } from '../load-apis.ts';
import { referenceFolder } from '../settings.ts';
import { siteStages } from '../site-stages.ts';
import { writeWorks } from './write-works.ts';

export interface WrittenPages {
  /** The APIs that have a page. */
  slugs: string[];
  faults: ApiFault[];
  read(slug: string, locale?: Locale): string;
}

/** Writes the pages on how the APIs of a SPECS_PATH work, in these languages. */
export async function writePages(
  specsPath: string,
  languages: Locale[] = ['pt-BR'],
  stages = siteStages,
): Promise<WrittenPages> {
  const faults = createFaultBook();
  const folder = temporaryFolder();
  const apis = await loadApis(findSpecs(specsPath), languages, faults, stages);
  const served = await serveForPages(apis, faults, stages);
  const written = await writeWorks(folder, await readPortal('.'), apis, served, faults, stages);
  return {
    slugs: [...written.keys()],
    faults: faults.list(),
    read: (slug, locale = 'pt-BR') =>
      readFileSync(join(referenceFolder(folder, locale), slug, 'how-it-works.mdx'), 'utf8'),
  };
}
