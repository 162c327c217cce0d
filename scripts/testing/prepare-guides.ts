import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findSpecs } from '../../server/openapi/find-specs.ts';
import { createFaultBook } from '../../server/openapi/isolation/fault-book.ts';
import type { Locale } from '../../server/settings/languages.ts';
import { temporaryFolder } from '../../server/testing/test-specs.ts';
import { root } from '../run-child.mjs';
import { serveForPages } from '../site/explain-apis.ts';
import { listSandboxes } from '../site/guides/find-examples.ts';
import { guidesFolder, guidesSidebarFile } from '../site/guides/guides-folder.ts';
import { writeGuides } from '../site/guides/write-guides.ts';
import { forEach, loadApis } from '../site/load-apis.ts';
import { readSettings } from '../site/settings.ts';
import { siteStages } from '../site/site-stages.ts';
import { writeOperations } from '../site/write-operations.ts';

interface PreparedGuides {
  /** For SPECS_PATH. */
  specs: string;
  /** The text of a guide, and the ids of all of them, in a language. */
  read: (locale: Locale, id: string) => string;
  list: (locale: Locale) => string[];
  sidebar: (locale: Locale) => { guides: (string | { label: string; items: (string | object)[] })[] };
}

/**
 * Writes the guides of a portal for a test: from the folders of its APIs by slug, and its own files. All is done that the build does,
 * but for the pages of the reference.
 */
export async function prepareGuides(
  apis: Record<string, string>,
  files: Record<string, string> = {},
  languages: Locale[] = ['pt-BR', 'en', 'es'],
): Promise<PreparedGuides> {
  const folder = temporaryFolder();
  for (const [slug, api] of Object.entries(apis)) cpSync(api, join(folder, 'specs', slug), { recursive: true });
  mkdirSync(join(folder, 'specs'), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const settings = readSettings(root, { PORTAL: folder });
  const faults = createFaultBook();
  const loaded = await loadApis(findSpecs(settings.specsPath), languages, faults, siteStages);
  const written = await forEach(loaded, faults, (api) => writeOperations(settings.caisDir, api, faults, siteStages));
  const served = await serveForPages(written, faults, siteStages);
  writeGuides(settings, { name: 'Portal', languages }, listSandboxes(written, served), faults);
  const textOf = (path: string) => readFileSync(path, 'utf8');
  return {
    specs: settings.specsPath,
    read: (locale, id) => textOf(join(guidesFolder(settings.caisDir, locale), `${id}.mdx`)),
    list: (locale) => readdirSync(guidesFolder(settings.caisDir, locale)).sort(),
    sidebar: (locale) => JSON.parse(textOf(guidesSidebarFile(settings.caisDir, locale))),
  };
}
