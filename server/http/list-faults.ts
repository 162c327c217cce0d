import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../context.ts';
import { type ApiFault, createFaultBook } from '../openapi/isolation/fault-book.ts';

/** The faults that this server has met, and those that the build of its pages has left beside them. */
export function listFaults({ faults, config }: Pick<Context, 'faults' | 'config'>): ApiFault[] {
  const all = createFaultBook();
  for (const fault of [...faults.list(), ...faultsOfBuild(join(config.siteDir, '..', 'faults.json'))])
    all.note(fault.api, fault.stage, [fault]);
  return all.list();
}

function faultsOfBuild(file: string): ApiFault[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ApiFault[];
  } catch {
    return [];
  }
}
