import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Locale, locales, sourceLocale } from '../settings/languages.ts';
import type { OpenApiDocument } from './document-types.ts';

/** The file with a document's texts in a language; undefined where it has none. */
export function findOverlay(folder: string, locale: Locale): string | undefined {
  const file = join(folder, `overlay.${locale}.yaml`);
  return existsSync(file) ? file : undefined;
}

/**
 * The language in which a document is written: as it says itself (`x-language` of its `info`), else the first language of the portal
 * for which it has no overlay, else the first of all.
 */
export function languageOf(
  { folder, document }: { folder: string; document: OpenApiDocument },
  portalLanguages: readonly Locale[],
): string {
  const { 'x-language': said } = document.info as { 'x-language'?: unknown };
  if (typeof said === 'string' && /^[a-z]{2,3}(-[\dA-Za-z]{2,8})*$/.test(said)) return said;
  return [...portalLanguages, ...locales].find((locale) => findOverlay(folder, locale) === undefined) ?? sourceLocale;
}
