import { basename, dirname, relative, resolve } from 'node:path';
import { say } from '../answers/say.ts';
import { type Locale, locales } from '../settings/languages.ts';
import { listDocuments } from '../settings/usual-file.mjs';
import { listAmbiguous } from './check-repetitions.ts';
import type { ConsoleServer } from './console-servers.ts';
import type { OpenApiDocument } from './document-types.ts';
import { DocumentFaults, type Fault, pointerOf } from './faults.ts';
import { type Bundled, bundleFiles } from './files/bundle-files.ts';
import { clearAlike, clearFaults } from './isolation/clear-faults.ts';
import { createFaultBook } from './isolation/fault-book.ts';
import { faultsOfError, nameOf } from './isolation/fault-of-error.ts';
import { isolate } from './isolation/isolate.ts';
import { withoutFaulty } from './isolation/without-faulty.ts';
import { lazily } from './lazily.ts';
import { liftDocument } from './lift-document.ts';
import { listOperations, type Operation } from './operations.ts';
import { applyOverlay, type Overlay, type OverlayError } from './overlay.ts';
import { findOverlay } from './overlay-files.ts';
import { placeOfApi } from './place-of-api.ts';
import { placeOfDocument } from './place-of-document.ts';
import { readSource, type Source } from './read-source.ts';

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
  /** Where readers call it, if that is not only this portal's sandbox. */
  servers?: ConsoleServer[];
  /** The other files of its folder that it was read from. */
  files: string[];
  /** Why operations or parts of the document were left out. */
  faults: Fault[];
}

/**
 * Loads and checks a document, by its folder or file: in a language, or as its author wrote it, and then with the faults of all its
 * overlays. Throws DocumentFaults where nothing of it can be served.
 */
export async function loadApi(path: string, locale?: Locale): Promise<ApiDocument> {
  return (await loadTexts(path, locale ? [locale] : locales))(locale);
}

/**
 * Loads and checks a document for some languages, and as its author wrote it, which is that of those without an overlay. What has faults is left out, with the faults
 * in `faults`; throws DocumentFaults where that is all of it.
 */
export async function loadTexts(path: string, languages: readonly Locale[]): Promise<(locale?: Locale) => ApiDocument> {
  const { file, folder } = placeOfDocument(path);
  checkChoice(path);
  const source = bundleFiles(await readSource(file), resolve(file), dirname(file));
  const cleared = clearFaults(source);
  // The overlays are always applied, so that their faults are reported whichever language is read first.
  const translated = await Promise.all(
    languages.map(async (locale) => ({ locale, ...(await findTranslated(source, folder, locale)) })),
  );
  const faults = [...cleared.faults, ...translated.flatMap((each) => each.faults ?? [])];
  const read = (value: unknown) => lazily(() => describe(source, folder, value as Record<string, unknown>, faults));
  const asWritten = read(cleared.value);
  const readers = new Map(
    translated.map(({ locale, value }) => [locale, value === undefined ? asWritten : read(clearAlike(value, cleared))]),
  );
  return (locale) => ((locale && readers.get(locale)) ?? asWritten)();
}

/** Of several documents of a folder none is taken for that of its API. */
function checkChoice(path: string): void {
  const names = listDocuments(path).map((file) => basename(file));
  if (names.length < 2) return;
  const file = relative(process.cwd(), path);
  const message = say('documents.several', { files: names.join(', ') });
  throw new DocumentFaults([{ file, line: 1, message, remedy: say('documents.name-one') }]);
}

/** Lifts a document in place; nothing else uses the original. */
function describe(source: Bundled, folder: string, value: Record<string, unknown>, faults: Fault[]): ApiDocument {
  const document = withoutForeignExtensions(liftDocument(value));
  const { made: api, lost } = withoutFaulty(Object.entries(document.paths ?? {}), (paths) =>
    apiOf(folder, { ...document, ...(document.paths && { paths: Object.fromEntries(paths) }) }),
  );
  const unreadable = lost.flatMap(({ item: [path], error }) =>
    faultsOfError(error, 'document', folder).map((fault) => {
      const pointer = pointerOf(['paths', path]);
      const { file, line } = source.fault(pointer, fault.message, fault.remedy);
      return { ...fault, file, line, pointer, operation: path };
    }),
  );
  return {
    ...api,
    files: source.files,
    faults: [
      ...faults,
      ...unreadable,
      ...listAmbiguous(source, api.operations).map(
        ({ fault, operation: own }): Fault => ({ ...fault, operation: nameOf(own), leftOut: 'part' }),
      ),
    ],
  };
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
    files: [],
    faults: [],
  };
}

/** A document in another language; what its overlay cannot change stays as it is, with a fault. */
async function findTranslated(
  source: Source,
  folder: string,
  locale: Locale,
): Promise<{ value: unknown; faults: Fault[] } | undefined> {
  const path = findOverlay(folder, locale);
  if (path === undefined) return undefined;
  const book = createFaultBook();
  const apply = async () => {
    const overlay = await readSource(path);
    const { value, errors } = applyOverlay(source.value, overlay.value as Overlay);
    const found = [...overlay.faults, ...errors.map((error) => overlayFault(overlay, error))];
    return { value, faults: found.map((fault): Fault => ({ ...fault, stage: 'overlay' })) };
  };
  const translated = await isolate(book, 'overlay', { slug: basename(folder), folder }, apply, 'part');
  const file = relative(process.cwd(), path);
  return (
    translated ?? { value: structuredClone(source.value), faults: book.list().map((fault) => ({ ...fault, file })) }
  );
}

function overlayFault(overlay: Source, { action, message }: OverlayError): Fault {
  return overlay.fault(
    `/actions/${action}`,
    say('documents.overlay', { message, action: action + 1, reason: message.replace(/\.$/, '') }),
    say('documents.correct-action'),
  );
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
