import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DocumentFaults } from '../server/openapi/faults.ts';
import { findSpecs } from '../server/openapi/find-specs.ts';
import { type ApiFault, createFaultBook } from '../server/openapi/isolation/fault-book.ts';
import { tellFaults } from '../server/openapi/isolation/tell-faults.ts';
import { storePrepared } from '../server/openapi/prepared-documents.ts';
import { featuresOf } from '../server/settings/portal/features.ts';
import { readPortal } from '../server/settings/portal/read-portal.ts';
import { isStrict } from '../server/settings/strict.ts';
import { apisPath } from './site/apis-file.ts';
import { explainApis, serveForPages } from './site/explain-apis.ts';
import { writeFaults } from './site/faults-file.ts';
import { generatePages } from './site/generate-pages.ts';
import { listSandboxes } from './site/guides/find-examples.ts';
import { writeGuides } from './site/guides/write-guides.ts';
import { asPortalHas, forEach, loadApis, withHooks } from './site/load-apis.ts';
import { PageSchemas } from './site/page-schemas.ts';
import { howItWorks, sandboxPlan } from './site/pages.ts';
import { placeOperations } from './site/place-operations.ts';
import { inLanguage } from './site/portal/in-language.ts';
import { orderApis } from './site/portal/order-apis.ts';
import { writePortal } from './site/portal/portal-file.ts';
import { writeLook } from './site/portal/write-look.ts';
import { readSettings, type SiteSettings } from './site/settings.ts';
import { siteStages } from './site/site-stages.ts';
import { leaveOutUnrendered, type UnrenderedPage } from './site/unrendered-pages.ts';
import { versionsOfApi } from './site/versions/api-versions.ts';
import { findVersions } from './site/versions/find-versions.ts';
import { writeWorks } from './site/works/write-works.ts';
import { writeJson } from './site/write-file.ts';
import { writeHooks } from './site/write-hooks.ts';
import { writeOperations } from './site/write-operations.ts';
import { writeList, writeOutlines, writeOverviews } from './site/write-reference.ts';
import { writeSidebar } from './site/write-sidebar.ts';

interface PrepareOptions {
  stages?: typeof siteStages;
  /** Pages that could not be rendered when this was done before. */
  unrendered?: UnrenderedPage[];
  /** Only the pages of this language; empty for the portal's default one. */
  language?: string;
  generate?: (id: string) => Promise<void>;
  /** Gets lines that the user should see. */
  log?: (line: string) => void;
}

/**
 * Generates the reference pages from the APIs' documents, in each language. What of an API cannot be made is left out, and
 * returned; the portal's own API must be whole.
 */
export async function prepareSite(
  settings: SiteSettings,
  { stages = siteStages, unrendered = [], language, generate, log = console.log }: PrepareOptions = {},
): Promise<ApiFault[]> {
  const { caisDir } = settings;
  for (const folder of ['reference', 'pages', 'documents', 'scopes', 'outlines'])
    rmSync(join(caisDir, folder), { recursive: true, force: true });

  const portal = inLanguage(await readPortal(settings.portal), language);
  writePortal(caisDir, portal);
  writeLook(caisDir, settings.portal, portal, log);
  const faults = createFaultBook();
  const features = featuresOf(portal);
  const specs = orderApis(findSpecs(settings.specsPath, features), portal);
  const documents = await forEach(await loadApis(specs, portal.languages, faults, stages), faults, (api) => {
    // The server has operations, too, whose pages cannot be made.
    storePrepared(join(caisDir, 'documents'), api.own);
    return withHooks(asPortalHas(api, portal), faults);
  });
  const loaded = leaveOutUnrendered(documents, unrendered, faults);
  const served = await serveForPages(loaded, faults, stages);
  const explanations = await explainApis(served, faults, stages);
  for (const { api, page } of unrendered) if (page === sandboxPlan) explanations.delete(api);
  const versions = findVersions(loaded);
  const place = placeOperations(versions, served, faults);
  const outlined = await forEach(loaded, faults, (api) => {
    const schemas = new PageSchemas();
    const hooked = writeHooks(caisDir, api, faults, stages, schemas);
    return writeOutlines(caisDir, writeOperations(caisDir, hooked, faults, stages, schemas, place), stages);
  });
  writeJson(apisPath(caisDir), writeList(caisDir, specs, outlined, portal));
  const generated = await generatePages(settings, outlined, faults, generate);
  const shown = generated.filter(
    ({ slug }) => !unrendered.some(({ api, page }) => api === slug && page === howItWorks),
  );
  const works = await writeWorks(caisDir, portal, shown, served, faults, stages);
  const apis = await forEach(generated, faults, (api) =>
    writeOverviews(
      caisDir,
      api,
      {
        explanation: explanations.get(api.slug),
        hasWorks: works.has(api.slug),
        ...versionsOfApi(versions, api.slug, served),
      },
      stages,
    ),
  );
  const lists = writeList(caisDir, specs, apis, portal, works);
  writeJson(apisPath(caisDir), lists);
  writeGuides(settings, portal, listSandboxes(apis, served), faults);
  for (const locale of portal.languages) writeSidebar(caisDir, locale, lists[locale] ?? [], apis);
  writeFaults(caisDir, faults.list());
  const own = faults.list().filter(({ api }) => api === 'platform');
  if (own.length > 0) throw new DocumentFaults(own);
  return faults.list();
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { without: { type: 'string' }, language: { type: 'string' } } });
  const { language } = values;
  const unrendered = values.without === undefined ? [] : JSON.parse(readFileSync(values.without, 'utf8'));
  try {
    const faults = await prepareSite(readSettings(resolve(import.meta.dirname, '..')), {
      unrendered,
      ...(language !== undefined && { language }),
    });
    tellFaults(faults, isStrict(process.env), (line) => console.log(line));
  } catch (error) {
    console.error(process.env.LOG_LEVEL === 'debug' ? error : (error as Error).message);
    process.exitCode = 1;
  }
}
