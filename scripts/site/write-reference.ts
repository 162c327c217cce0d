import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { findContact } from '../../server/openapi/contact.ts';
import type { Spec } from '../../server/openapi/find-specs.ts';
import type { Explanation } from '../../server/plan/explain/explanation.ts';
import type { Portal } from '../../server/settings/portal/read-portal.ts';
import type { ApiIndexData, ApiLine } from '../../src/documents/api-index-data.ts';
import type { ApisFile } from './apis-file.ts';
import type { ApiText, LoadedApi } from './load-apis.ts';
import { apiIndexPage, apiListPage, faultsPage, sandboxPlan, sandboxPlanPage } from './pages.ts';
import { groupOf } from './portal/order-apis.ts';
import { firstParagraph } from './render-markdown.ts';
import { sandboxPlanTexts } from './sandbox-plan.ts';
import { referenceFolder } from './settings.ts';
import type { SiteStages } from './site-stages.ts';
import { siteText } from './site-texts.ts';
import { write, writeJson } from './write-file.ts';

/** Writes what the page generator needs of an API, and the texts of its scopes. */
export function writeOutlines(
  caisDir: string,
  api: LoadedApi,
  { makeOutline, readScopeTexts }: Pick<SiteStages, 'makeOutline' | 'readScopeTexts'>,
): LoadedApi {
  for (const [locale, text] of api.texts) {
    writeJson(join(caisDir, 'scopes', `${api.slug}.${locale}.json`), readScopeTexts(text));
    writeJson(join(caisDir, 'outlines', `${api.slug}.${locale}.json`), makeOutline(text));
  }
  return api;
}

/** What is known of an API besides its document. */
interface Overview extends Pick<ApiIndexData, 'hasWorks' | 'versions' | 'ends'> {
  explanation?: Explanation;
}

/** Writes the overview page of an API and that of its sandbox plan, with the operations that have pages. */
export function writeOverviews(
  caisDir: string,
  api: LoadedApi,
  { explanation, hasWorks, ...versions }: Overview,
  { makeApiIndex, makeSandboxPlan }: Pick<SiteStages, 'makeApiIndex' | 'makeSandboxPlan'>,
): LoadedApi {
  for (const [locale, text] of api.texts) {
    const folder = join(referenceFolder(caisDir, locale), api.slug);
    write(join(folder, 'index.mdx'), apiIndexPage(api.slug, text.title, describe(text).summary));
    writeJson(
      join(folder, 'index.json'),
      makeApiIndex(text, locale, { isExplained: explanation !== undefined, hasWorks, ...versions }),
    );
    if (!explanation) continue;
    const slugs = new Set(text.operations.map(({ slug }) => slug));
    const shown = { ...explanation, operations: explanation.operations.filter(({ slug }) => slugs.has(slug)) };
    write(join(folder, `${sandboxPlan}.mdx`), sandboxPlanPage(api.slug, sandboxPlanTexts(text, locale)));
    writeJson(join(folder, `${sandboxPlan}.json`), makeSandboxPlan(text, locale, shown));
  }
  return api;
}

/** Writes the list of APIs in each language, with a page that says so for those that have no others; returns it. */
export function writeList(
  caisDir: string,
  specs: Spec[],
  apis: LoadedApi[],
  portal: Portal,
  works?: ReadonlyMap<string, string[]>,
): ApisFile {
  const lists = portal.languages.map((locale) => {
    const folder = referenceFolder(caisDir, locale);
    const lines = specs.map(({ slug }): ApiLine => {
      const api = apis.find((candidate) => candidate.slug === slug);
      const group = groupOf(slug, portal, locale);
      const sections = works?.get(slug);
      if (api) return { ...describe(api.texts.get(locale) ?? api.own), group, ...(sections && { works: sections }) };
      // What was made before the fault showed itself.
      rmSync(join(folder, slug), { recursive: true, force: true });
      write(join(folder, slug, 'index.mdx'), faultsPage(slug));
      writeJson(join(folder, slug, 'index.json'), { slug });
      return { slug, title: slug, version: '', summary: '', basePath: '', operations: 0, group, faulty: true };
    });
    write(
      join(folder, 'index.mdx'),
      apiListPage(siteText('reference.title', locale), siteText('reference.description', locale)),
    );
    writeJson(join(folder, 'index.json'), lines);
    return [locale, lines];
  });
  return Object.fromEntries(lists);
}

/** An API in the list of all. */
function describe({ slug, title, version, basePath, document, operations, lang }: ApiText): ApiLine {
  const summary = document.info.summary ?? firstParagraph(document.info.description);
  const contact = findContact(document);
  return { slug, title, version, summary, basePath, operations: operations.length, contact, lang, faulty: false };
}
