import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiFault } from '../../server/openapi/isolation/fault-book.ts';
import { writeJson } from './write-file.ts';

/** Where the steps of the build leave what they had to leave out, for the next steps and the server (`list-faults.ts`). */
function faultsPath(caisDir: string): string {
  return join(caisDir, 'faults.json');
}

export function readFaults(caisDir: string): ApiFault[] {
  const file = faultsPath(caisDir);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

export function writeFaults(caisDir: string, faults: ApiFault[]): void {
  writeJson(faultsPath(caisDir), faults);
}

/** Adds the faults that a later step has met. */
export function addFaults(caisDir: string, faults: ApiFault[]): void {
  if (faults.length > 0) writeFaults(caisDir, [...readFaults(caisDir), ...faults]);
}
