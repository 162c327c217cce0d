import type { Spec } from '../../server/openapi/find-specs.ts';
import type { FaultBook } from '../../server/openapi/isolation/fault-book.ts';
import { isolate } from '../../server/openapi/isolation/isolate.ts';
import { withoutOperations } from '../../server/openapi/isolation/without-operations.ts';
import type { ApiDocument, Locale } from '../../server/openapi/load-api.ts';
import { locales } from './settings.ts';
import type { SiteStages } from './site-stages.ts';

/** An API of the portal: its document in each language. */
export interface LoadedApi {
  slug: string;
  folder: string;
  texts: Record<Locale, ApiDocument>;
}

/** Loads every API; one that cannot be loaded is left out. */
export async function loadApis(
  specs: Spec[],
  faults: FaultBook,
  { loadTexts }: Pick<SiteStages, 'loadTexts'>,
): Promise<LoadedApi[]> {
  const loaded = await Promise.all(
    specs.map(({ slug, folder }) =>
      isolate(faults, 'document', { slug, folder }, async () => {
        const inLocale = await loadTexts(folder);
        const texts = Object.fromEntries(locales.map((locale) => [locale, inLocale(locale)]));
        return { slug, folder, texts: texts as Record<Locale, ApiDocument> };
      }),
    ),
  );
  const apis = loaded.flatMap((api) => api ?? []);
  for (const { slug, texts } of apis) faults.note(slug, 'document', texts['pt-BR'].faults);
  return apis;
}

/** An API without some of its operations, by slug. */
export function leaveOut(api: LoadedApi, lost: ReadonlySet<string>): LoadedApi {
  if (lost.size === 0) return api;
  const texts = Object.entries(api.texts).map(([locale, text]) => {
    const own = text.operations.filter(({ slug }) => lost.has(slug));
    return [locale, withoutOperations(text, new Set(own))];
  });
  return { ...api, texts: Object.fromEntries(texts) };
}

/** Runs a step for each API; where it throws, the API has no pages. */
export async function forEach(
  apis: LoadedApi[],
  faults: FaultBook,
  run: (api: LoadedApi) => Promise<LoadedApi> | LoadedApi,
): Promise<LoadedApi[]> {
  const left: LoadedApi[] = [];
  for (const api of apis) {
    const done = await isolate(faults, 'texts', api, () => run(api));
    if (done) left.push(done);
  }
  return left;
}
