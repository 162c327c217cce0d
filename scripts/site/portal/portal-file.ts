import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Portal } from '../../../server/settings/portal/read-portal.ts';
import { writeJson } from '../write-file.ts';

const path = (caisDir: string) => join(caisDir, 'portal.json');

/** Keeps the checked settings of the portal for the rest of the build. */
export function writePortal(caisDir: string, portal: Portal): void {
  writeJson(path(caisDir), portal);
}

export function readBuiltPortal(caisDir: string): Portal {
  return JSON.parse(readFileSync(path(caisDir), 'utf8'));
}
