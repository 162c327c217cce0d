import { join } from 'node:path';
import type { FaultBook } from '../../server/openapi/isolation/fault-book.ts';
import { isolateNow } from '../../server/openapi/isolation/isolate.ts';
import type { Operation } from '../../server/openapi/operations.ts';
import { getProgram } from '../get-program.mjs';
import { forEach, type LoadedApi } from './load-apis.ts';
import { listPageFiles, pageFilesBySlug } from './page-files.ts';
import { docusaurus, tryNode } from './run-node.ts';
import { referenceFolder, type SiteSettings } from './settings.ts';
import { removeOperations } from './write-operations.ts';

/** Has the page of each operation written (`generate.config.ts`); those that are not there afterwards are left out. */
export async function generatePages(
  settings: SiteSettings,
  apis: LoadedApi[],
  faults: FaultBook,
  generate: (id: string) => Promise<void> = (id) => generateById(settings, id),
): Promise<LoadedApi[]> {
  const { caisDir } = settings;
  const isWhole = await generate('all').then(
    () => true,
    () => false,
  );
  return forEach(apis, faults, async (api) => {
    // One API ends the generator for all of them, so each of them gets its own.
    if (!isWhole) for (const locale of api.texts.keys()) await generate(`${api.slug}-${locale}`);
    const lost = new Map<string, Operation>();
    for (const [locale, { operations }] of api.texts) {
      const written = writtenPages(join(referenceFolder(caisDir, locale), api.slug), operations.length);
      for (const operation of operations) {
        if (!written.has(operation.slug)) lost.set(operation.slug, operation);
      }
    }
    if (lost.size > 0 && lost.size === api.own.operations.length) refuseMissing();
    for (const operation of lost.values()) isolateNow(faults, 'pages', api, refuseMissing, { operation });
    return removeOperations(caisDir, api, new Set(lost.keys()));
  });
}

async function generateById({ root, portal, caisDir, publicUrl, specsPath }: SiteSettings, id: string): Promise<void> {
  const env = {
    PORTAL: portal,
    CAIS_DIR: caisDir,
    PUBLIC_URL: publicUrl,
    SPECS_PATH: specsPath,
    DOCUSAURUS_CLI_CONFIG: getProgram('scripts/site/generate.config'),
  };
  const { code } = await tryNode(root, [docusaurus, 'gen-api-docs', id], env);
  if (code !== 0) throw new Error('the page generator has failed');
}

/** The operations that have a page; the generator only logs those that it failed to write. */
function writtenPages(folder: string, expected: number): { has(slug: string): boolean } {
  return listPageFiles(folder).length === expected ? { has: () => true } : pageFilesBySlug(folder);
}

function refuseMissing(): never {
  throw new Error('the page generator has not written it');
}
