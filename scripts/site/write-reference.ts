import { join } from 'node:path';
import { findContact } from '../../server/openapi/contact.ts';
import type { Fault } from '../../server/openapi/faults.ts';
import type { ApiDocument, Locale } from '../../server/openapi/load-api.ts';
import { storePrepared } from '../../server/openapi/prepared-documents.ts';
import type { Explanation } from '../../server/plan/explain/explanation.ts';
import type { Portal } from '../../server/settings/portal/read-portal.ts';
import type { ApiLine, FaultData } from '../../src/documents/api-index-data.ts';
import { makeApiIndex } from './api-index.ts';
import type { LoadedApi } from './load-apis.ts';
import { createOperationReader } from './operation-data.ts';
import { makeOutline } from './outline.ts';
import { apiIndexPage, apiListPage, faultsPage, sandboxPlan, sandboxPlanPage } from './pages.ts';
import { groupOf } from './portal/order-apis.ts';
import { firstParagraph } from './render-markdown.ts';
import { makeSandboxPlan, sandboxPlanTexts } from './sandbox-plan.ts';
import { readScopeTexts } from './scope-texts.ts';
import { referenceFolder } from './settings.ts';
import { write, writeJson } from './write-file.ts';

const listTitles: Record<Locale, string> = { 'pt-BR': 'Referência', en: 'Reference' };

/** Writes the reference in one language, except the operations' MDX, which the page generator adds; returns the list of APIs. */
export function writeReference(
  caisDir: string,
  locale: Locale,
  apis: LoadedApi[],
  { portal, explanations }: { portal: Portal; explanations: Map<string, Explanation> },
): ApiLine[] {
  const folder = referenceFolder(caisDir, locale);
  const lines = apis.map((api) => {
    const group = groupOf(api.slug, portal, locale);
    if (api.faults) {
      write(join(folder, api.slug, 'index.mdx'), faultsPage(api.slug));
      writeJson(join(folder, api.slug, 'index.json'), {
        slug: api.slug,
        faults: api.faults.map((fault) => faultData(fault, locale)),
      });
      return {
        slug: api.slug,
        title: api.slug,
        version: '',
        summary: '',
        basePath: '',
        operations: 0,
        group,
        faulty: true,
      };
    }
    writeApi(caisDir, folder, locale, api.texts[locale], explanations.get(api.slug));
    return { ...describe(api.texts[locale]), group };
  });
  write(join(folder, 'index.mdx'), apiListPage(listTitles[locale]));
  writeJson(join(folder, 'index.json'), lines);
  return lines;
}

function faultData({ file, line, message, remedy }: Fault, locale: Locale): FaultData {
  const language = locale === 'en' ? 'en' : 'pt';
  return { file, line, message: message[language], remedy: remedy[language] };
}

function writeApi(
  caisDir: string,
  folder: string,
  locale: Locale,
  api: ApiDocument,
  explanation: Explanation | undefined,
): void {
  const readOperation = createOperationReader(api);
  for (const operation of api.operations) {
    writeJson(join(folder, api.slug, `${operation.slug}.json`), readOperation(operation));
  }
  write(join(folder, api.slug, 'index.mdx'), apiIndexPage(api.slug, api.title, describe(api).summary));
  writeJson(join(folder, api.slug, 'index.json'), makeApiIndex(api, locale, explanation !== undefined));
  if (explanation) {
    write(join(folder, api.slug, `${sandboxPlan}.mdx`), sandboxPlanPage(api.slug, sandboxPlanTexts(api, locale)));
    writeJson(join(folder, api.slug, `${sandboxPlan}.json`), makeSandboxPlan(api, locale, explanation));
  }
  if (locale === 'pt-BR') storePrepared(join(caisDir, 'documents'), api);
  writeJson(join(caisDir, 'scopes', `${api.slug}.${locale}.json`), readScopeTexts(api));
  writeJson(join(caisDir, 'outlines', `${api.slug}.${locale}.json`), makeOutline(api, locale));
}

function describe({ slug, title, version, basePath, document, operations }: ApiDocument): ApiLine {
  const summary = document.info.summary ?? firstParagraph(document.info.description);
  const contact = findContact(document);
  return { slug, title, version, summary, basePath, operations: operations.length, contact, faulty: false };
}
