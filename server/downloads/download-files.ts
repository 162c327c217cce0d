import type { FaultBook } from '../openapi/isolation/fault-book.ts';
import { findOverlay } from '../openapi/overlay-files.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { type Locale, locales } from '../settings/languages.ts';
import type { ApiSettings } from '../settings/portal/portal-config.ts';
import { sandboxEnvironment } from './postman-environment.ts';
import { writeCollection } from './write-collection.ts';
import type { Wanted } from './write-in-thread.ts';

export type Content = string | Uint8Array | undefined;
export type Make = (api: ServedApi, publicUrl: string, faults: FaultBook) => Promise<Content> | Content;
export type Download = { type: string; make: Make };

/** The files that each API has for download. `write` makes those that take long. */
export function downloadFiles(
  write: (wanted: Wanted) => Promise<Content>,
  settings: ApiSettings,
): Record<string, Download> {
  const written =
    (file: Wanted['file'], language?: Locale): Make =>
    ({ folder }, publicUrl) =>
      language === undefined || findOverlay(folder, language)
        ? write({ file, language, folder, publicUrl, settings })
        : undefined;
  /** A file of an API as its author wrote it, and in each language: `client.tgz`, `client.en.tgz`. */
  const inLanguages = (file: Wanted['file'], type: string): Record<string, Download> => {
    const [name, extension] = file.split('.');
    const translated = locales.map((locale) => [
      `${name}.${locale}.${extension}`,
      { type, make: written(file, locale) },
    ]);
    return { [file]: { type, make: written(file) }, ...Object.fromEntries(translated) };
  };
  return {
    ...inLanguages('openapi.yaml', 'application/yaml'),
    'postman_collection.json': { type: 'application/json', make: writeCollection },
    'postman_environment.json': {
      type: 'application/json',
      make: (api, url) => JSON.stringify(sandboxEnvironment(api, url), null, 2),
    },
    ...inLanguages('client.tgz', 'application/gzip'),
  };
}
