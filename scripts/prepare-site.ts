import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describeFault } from '../server/openapi/faults.ts';
import { readPortal } from '../server/settings/portal/read-portal.ts';
import type { ApiLine } from '../src/documents/api-index-data.ts';
import { type ApisFile, apisPath } from './site/apis-file.ts';
import { explainApis } from './site/explain-apis.ts';
import { loadApis } from './site/load-apis.ts';
import { orderApis } from './site/portal/order-apis.ts';
import { writePortal } from './site/portal/portal-file.ts';
import { writeLook } from './site/portal/write-look.ts';
import { docusaurus, runNode } from './site/run-node.ts';
import { locales, readSettings, referenceFolder, type SiteSettings } from './site/settings.ts';
import { writeJson } from './site/write-file.ts';
import { writeReference } from './site/write-reference.ts';
import { writeSidebar } from './site/write-sidebar.ts';

/** Generates the reference pages from the APIs' documents, in each language; logs every line that the user should see. */
export async function prepareSite(settings: SiteSettings, log: (line: string) => void): Promise<ApisFile> {
  const { caisDir } = settings;
  for (const folder of ['reference', 'pages', 'documents', 'scopes', 'outlines'])
    rmSync(join(caisDir, folder), { recursive: true, force: true });

  const portal = await readPortal(settings.portal);
  writePortal(caisDir, portal);
  writeLook(caisDir, settings.portal, portal, log);
  const loaded = orderApis(await loadApis(settings), portal);
  const explanations = await explainApis(loaded, log);
  const lists = locales.map(
    (locale) => [locale, writeReference(caisDir, locale, loaded, { portal, explanations })] as const,
  );
  const apis = Object.fromEntries(lists) as ApisFile;
  writeJson(apisPath(caisDir), apis);
  for (const { slug, faults = [] } of loaded) {
    for (const fault of faults) log(`  ${slug} is skipped: ${describeFault(fault)}`);
  }

  await generatePages(settings, apis);
  for (const locale of locales) await writeSidebar(caisDir, locale, apis[locale]);
  log(`  ${apis['pt-BR'].map(({ slug, operations }) => `${slug} ${operations}`).join(', ')}`);
  return apis;
}

async function generatePages({ root, caisDir }: SiteSettings, apis: ApisFile): Promise<void> {
  if (apis['pt-BR'].every(({ faulty }) => faulty)) return;
  const env = { DOCUSAURUS_CLI_CONFIG: 'scripts/site/generate.config.ts' };
  await runNode(root, [docusaurus, 'gen-api-docs', 'all'], env);
  for (const locale of locales) {
    for (const api of apis[locale]) assertPages(join(referenceFolder(caisDir, locale), api.slug), api);
  }
}

/** The generator only logs pages that it failed to write, so count them. */
function assertPages(folder: string, { slug, operations, faulty }: ApiLine): void {
  if (faulty) return;
  const pages = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.api.mdx')).length : 0;
  if (pages !== operations) throw new Error(`${slug} has ${operations} operations but ${pages} pages in ${folder}.`);
}

if (import.meta.main) {
  const settings = readSettings(resolve(import.meta.dirname, '..'));
  await prepareSite(settings, (line) => console.log(line)).catch((error: Error) => {
    console.error(process.env.LOG_LEVEL === 'debug' ? error : error.message);
    process.exitCode = 1;
  });
}
