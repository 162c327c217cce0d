import type { Locale } from '../../server/settings/languages.ts';
import type { OperationData } from '../../src/documents/operation-data.ts';
import type { Schemas } from '../../src/reference/schema-view.ts';
import { schemasFile } from './settings.ts';
import { trimSchemas } from './trim-schemas.ts';
import { writeJson } from './write-file.ts';

/** The whole schemas of an API's pages, which go into one file for each language. */
export class PageSchemas {
  readonly #known = new Map<Locale, Schemas>();

  /** Notes the schemas of a page, and returns its data with only those that it shows. */
  take(locale: Locale, data: OperationData): OperationData {
    const whole = Object.assign(this.of(locale), data.schemas);
    this.#known.set(locale, whole);
    // What is found out about a schema is remembered for the pages that follow.
    return trimSchemas(data, whole);
  }

  of(locale: Locale): Schemas {
    return this.#known.get(locale) ?? {};
  }

  write(caisDir: string, slug: string, locales: Iterable<Locale>): void {
    for (const locale of locales) writeJson(schemasFile(caisDir, locale, slug), this.of(locale));
  }
}
