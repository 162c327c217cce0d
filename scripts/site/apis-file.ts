import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../../server/settings/languages.ts';
import type { ApiLine } from '../../src/documents/api-index-data.ts';

/** The content of `$CAIS_DIR/apis.json`: the APIs of this portal, in each of its languages. */
export type ApisFile = Partial<Record<Locale, ApiLine[]>>;

export function apisPath(caisDir: string): string {
  return join(caisDir, 'apis.json');
}

export function readApis(caisDir: string): ApisFile {
  return JSON.parse(readFileSync(apisPath(caisDir), 'utf8'));
}

/** The APIs in a language; without one, in that of the portal. */
export function listApis(caisDir: string, locale?: Locale): ApiLine[] {
  const apis = readApis(caisDir);
  return (locale ? apis[locale] : Object.values(apis)[0]) ?? [];
}
