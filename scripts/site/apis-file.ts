import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../../server/openapi/load-api.ts';
import type { ApiLine } from '../../src/documents/api-index-data.ts';

/** The content of `$CAIS_DIR/apis.json`: the APIs of this portal, in each language. */
export type ApisFile = Record<Locale, ApiLine[]>;

export function apisPath(caisDir: string): string {
  return join(caisDir, 'apis.json');
}

export function readApis(caisDir: string): ApisFile {
  return JSON.parse(readFileSync(apisPath(caisDir), 'utf8'));
}
