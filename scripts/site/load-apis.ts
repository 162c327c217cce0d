import type { Spec } from '../../server/openapi/find-specs.ts';
import { forPortal } from '../../server/openapi/for-portal.ts';
import { type Hook, listHooks } from '../../server/openapi/hooks.ts';
import type { FaultBook } from '../../server/openapi/isolation/fault-book.ts';
import { isolate, isolateNow } from '../../server/openapi/isolation/isolate.ts';
import { withoutOperations } from '../../server/openapi/isolation/without-operations.ts';
import type { ApiDocument } from '../../server/openapi/load-api.ts';
import { findOverlay, languageOf } from '../../server/openapi/overlay-files.ts';
import { withoutInternal } from '../../server/openapi/without-internal.ts';
import type { Locale } from '../../server/settings/languages.ts';
import type { ImagePolicy } from '../../server/settings/portal/description-images.ts';
import { featuresOf } from '../../server/settings/portal/features.ts';
import type { ApiSettings, PortalConfig } from '../../server/settings/portal/portal-config.ts';
import type { SiteStages } from './site-stages.ts';

/** A document as the pages of a language show it. */
export interface ApiText extends ApiDocument {
  /** The language in which its author wrote it. */
  language: string;
  /** The same where its texts are in that language, and the page is in another. */
  lang?: string;
  /** What it sends, each with a page. */
  hooks?: Hook[];
  /** Which images of its texts are shown. */
  images?: ImagePolicy;
}

/** An API of the portal: its document as its author wrote it, and in each language of the pages. */
export interface LoadedApi {
  slug: string;
  folder: string;
  own: ApiText;
  /** With what is served and not shown, if that is more. */
  served?: ApiDocument;
  texts: ReadonlyMap<Locale, ApiText>;
}

/** Loads every API; one that cannot be loaded is left out. */
export async function loadApis(
  specs: Spec[],
  languages: readonly Locale[],
  faults: FaultBook,
  { loadTexts }: Pick<SiteStages, 'loadTexts'>,
): Promise<LoadedApi[]> {
  const loaded = await Promise.all(
    specs.map(({ slug, folder }) =>
      isolate(faults, 'document', { slug, folder }, async () => {
        const inLocale = await loadTexts(folder, languages);
        const own = { ...inLocale(), language: languageOf(inLocale(), languages) };
        const texts = languages.map((locale): [Locale, ApiText] => {
          const text = inLocale(locale);
          const isOwn = findOverlay(folder, locale) || own.language === locale;
          return [locale, { ...text, language: own.language, ...(!isOwn && { lang: own.language }) }];
        });
        return { slug, folder, own, texts: new Map(texts) };
      }),
    ),
  );
  const apis = loaded.flatMap((api) => api ?? []);
  for (const { slug, own } of apis) faults.note(slug, 'document', own.faults);
  return apis;
}

/** An API as the portal has it. */
export function asPortalHas(api: LoadedApi, settings: ApiSettings & Pick<PortalConfig, 'descriptions'>): LoadedApi {
  const { sandbox } = featuresOf(settings);
  const show = (text: ApiText): ApiText => {
    const own = { ...withoutInternal(forPortal(text, settings)), images: settings.descriptions?.images };
    const [first] = own.servers ?? [];
    // Without a sandbox, the API is where its first server is.
    return sandbox ? own : { ...own, basePath: first ? new URL(first.url).pathname.replace(/\/$/, '') : '' };
  };
  const texts = [...api.texts].map(([locale, text]): [Locale, ApiText] => [locale, show(text)]);
  const own = show(api.own);
  const all = forPortal(api.own, settings);
  const hidesSome = all.operations.length > own.operations.length || all.document !== own.document;
  return { ...api, own, ...(hidesSome && { served: { ...all, basePath: own.basePath } }), texts: new Map(texts) };
}

/** An API with its webhooks and callbacks; those with a reference that leads nowhere are left out. */
export function withHooks(api: LoadedApi, faults: FaultBook): LoadedApi {
  const read = (text: ApiText): ApiText => ({
    ...text,
    hooks: listHooks(text.document, text.operations, (make) =>
      isolateNow(faults, 'pages', api, make, { leftOut: 'part' }),
    ),
  });
  const texts = [...api.texts].map(([locale, text]): [Locale, ApiText] => [locale, read(text)]);
  return { ...api, own: read(api.own), texts: new Map(texts) };
}

/** An API without some of its operations and hooks, by slug; a callback goes with its operation. */
export function leaveOut(api: LoadedApi, lost: ReadonlySet<string>): LoadedApi {
  if (lost.size === 0) return api;
  const isLeft = ({ slug, caller }: Hook) => !lost.has(slug) && !lost.has(caller?.slug ?? '');
  const without = (text: ApiText): ApiText => ({
    ...withoutOperations(text, new Set(text.operations.filter(({ slug }) => lost.has(slug)))),
    hooks: text.hooks?.filter(isLeft),
  });
  const texts = [...api.texts].map(([locale, text]): [Locale, ApiText] => [locale, without(text)]);
  return { ...api, own: without(api.own), texts: new Map(texts) };
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
