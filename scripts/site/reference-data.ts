import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isHookSlug } from '../../server/openapi/hooks.ts';
import type { Locale } from '../../server/settings/languages.ts';
import type { ApiIndexData, ApiLine } from '../../src/documents/api-index-data.ts';
import type { OperationData } from '../../src/documents/operation-data.ts';
import { parseExactly } from '../../wire/exact-json.ts';
import { listApis } from './apis-file.ts';
import { sandboxPlan } from './pages.ts';
import { referenceFolder, type SiteSettings, schemasFile } from './settings.ts';

/** Data files that are not operations. */
const otherData = new Set(['index.json', `${sandboxPlan}.json`]);

/** The APIs with a valid document, which have pages. */
export function validApis({ caisDir }: SiteSettings, locale: Locale): ApiLine[] {
  return listApis(caisDir, locale).filter(({ faulty }) => !faulty);
}

/** The data of an API's operation pages, as written by writeReference. */
export function readOperations(settings: SiteSettings, locale: Locale, slug: string): OperationData[] {
  return readPages(settings, locale, slug, (name) => !isHookSlug(name));
}

/** The data of the pages of an API's webhooks and callbacks. */
export function readHooks(settings: SiteSettings, locale: Locale, slug: string): OperationData[] {
  return readPages(settings, locale, slug, isHookSlug);
}

function readPages(
  { caisDir }: SiteSettings,
  locale: Locale,
  slug: string,
  isWanted: (name: string) => boolean,
): OperationData[] {
  const folder = join(referenceFolder(caisDir, locale), slug);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json') && !otherData.has(name));
  return files.filter(isWanted).map((name) => parseExactly(readFileSync(join(folder, name), 'utf8')) as OperationData);
}

/** The schemas of all operations of an API, whole. */
export function readSchemas({ caisDir }: SiteSettings, locale: Locale, slug: string): OperationData['schemas'] {
  return parseExactly(readFileSync(schemasFile(caisDir, locale, slug), 'utf8')) as OperationData['schemas'];
}

/** The data of an API's overview page. */
export function readIndex({ caisDir }: SiteSettings, locale: Locale, slug: string): ApiIndexData {
  return JSON.parse(readFileSync(join(referenceFolder(caisDir, locale), slug, 'index.json'), 'utf8'));
}
