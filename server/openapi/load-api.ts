import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { upgrade } from '@scalar/openapi-upgrader';
import { checkReferences } from './check-references.ts';
import { checkRepetitions } from './check-repetitions.ts';
import { checkStructure } from './check-structure.ts';
import type { OpenApiDocument } from './document-types.ts';
import { DocumentFaults } from './faults.ts';
import { lazily } from './lazily.ts';
import { listOperations, type Operation } from './operations.ts';
import { applyOverlay, type Overlay, type OverlayError } from './overlay.ts';
import { placeOfApi } from './place-of-api.ts';
import { placeOfDocument } from './place-of-document.ts';
import { readSource, type Source } from './read-source.ts';

export type Locale = 'pt-BR' | 'en';

/** One API: its document, upgraded to OpenAPI 3.1 with local references intact, and its operations. */
export interface ApiDocument {
  slug: string;
  folder: string;
  title: string;
  version: string;
  /** Where this portal serves it, without a trailing slash: `/sandbox/notas/v1`. */
  basePath: string;
  /** The portal's own API, which has handlers instead of a sandbox and is served at `/platform`. */
  isPlatform: boolean;
  document: OpenApiDocument;
  operations: Operation[];
}

/** Loads and checks a document, by its folder or file, with the locale's overlay; throws DocumentFaults with file, line and remedy. */
export async function loadApi(path: string, locale: Locale = 'pt-BR'): Promise<ApiDocument> {
  return (await loadTexts(path))(locale);
}

/** Loads and checks a document for every language; without an overlay, all languages share one. */
export async function loadTexts(path: string): Promise<(locale: Locale) => ApiDocument> {
  const { file, folder } = placeOfDocument(path);
  const source = await readSource(file);
  const faults = [...checkStructure(source), ...checkReferences(source)];
  if (faults.length > 0) throw new DocumentFaults(faults.sort((a, b) => a.line - b.line));

  // The overlay is always applied, so that its faults are reported whichever language is read first.
  const english = await findTranslated(source, folder, 'en');
  const inPortuguese = lazily(() => describe(source, folder, source.value as Record<string, unknown>));
  const inEnglish = english ? lazily(() => describe(source, folder, english)) : inPortuguese;
  return (locale) => (locale === 'en' ? inEnglish() : inPortuguese());
}

/** Upgrades a document to 3.1 in place; nothing else uses the original. */
function describe(source: Source, folder: string, value: Record<string, unknown>): ApiDocument {
  const api = apiOf(folder, withoutForeignExtensions(upgrade(value, '3.1') as unknown as OpenApiDocument));
  const repeated = checkRepetitions(source, api.operations);
  if (repeated.length > 0) throw new DocumentFaults(repeated);
  return api;
}

/** The API of a document that has been checked and upgraded. */
export function apiOf(folder: string, document: OpenApiDocument): ApiDocument {
  const slug = basename(folder);
  const isPlatform = slug === 'platform';
  return {
    slug,
    isPlatform,
    folder,
    title: document.info.title,
    version: document.info.version,
    basePath: basePathOf(placeOfApi({ slug, isPlatform }), document),
    document,
    operations: listOperations(document),
  };
}

async function findTranslated(
  source: Source,
  folder: string,
  locale: Locale,
): Promise<Record<string, unknown> | undefined> {
  const value = source.value as Record<string, unknown>;
  const path = join(folder, `overlay.${locale}.yaml`);
  if (!existsSync(path)) return undefined;
  const overlay = await readSource(path);
  try {
    return applyOverlay(value, overlay.value as Overlay);
  } catch (error) {
    const { action = 0, message } = error as Partial<OverlayError> & Error;
    throw new DocumentFaults([
      overlay.fault(
        `/actions/${action}`,
        { en: message, pt: `A ação ${action + 1} do overlay não pode ser aplicada (${message.replace(/\.$/, '')}).` },
        {
          en: 'Correct the target or the update of this action.',
          pt: 'Corrija o alvo (target) ou a alteração (update) desta ação.',
        },
      ),
    ]);
  }
}

/** Drops extensions with references, which may point to other files; nothing here reads them. */
function withoutForeignExtensions(document: OpenApiDocument): OpenApiDocument {
  const entries = Object.entries(document).filter(
    ([key, value]) => !key.startsWith('x-') || !JSON.stringify(value).includes('"$ref"'),
  );
  return Object.fromEntries(entries) as unknown as OpenApiDocument;
}

/** The path of the server at or below the API's place, else that place itself. */
function basePathOf(place: string, document: OpenApiDocument): string {
  const server = document.servers?.find(({ url }) => url === place || url.startsWith(`${place}/`));
  return server ? server.url.replace(/\/$/, '') : place;
}
