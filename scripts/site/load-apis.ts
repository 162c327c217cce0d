import { relative } from 'node:path';
import { DocumentFaults, type Fault } from '../../server/openapi/faults.ts';
import { findSpecs } from '../../server/openapi/find-specs.ts';
import { type ApiDocument, type Locale, loadTexts } from '../../server/openapi/load-api.ts';
import { locales, type SiteSettings } from './settings.ts';

/** One API folder: its document in each language, or its faults. */
export type LoadedApi =
  | { slug: string; texts: Record<Locale, ApiDocument>; faults?: undefined }
  | { slug: string; faults: Fault[] };

/** Loads every API; one with an invalid document does not prevent the others from being built. */
export async function loadApis({ specsPath, root }: SiteSettings): Promise<LoadedApi[]> {
  return Promise.all(findSpecs(specsPath).map(({ slug, folder }) => loadSpec(root, slug, folder)));
}

async function loadSpec(root: string, slug: string, folder: string): Promise<LoadedApi> {
  try {
    const inLocale = await loadTexts(folder);
    const texts = Object.fromEntries(locales.map((locale) => [locale, inLocale(locale)]));
    return { slug, texts: texts as Record<Locale, ApiDocument> };
  } catch (error) {
    if (!(error instanceof DocumentFaults)) throw error;
    return { slug, faults: error.faults.map((fault) => ({ ...fault, file: relative(root, fault.file) })) };
  }
}
