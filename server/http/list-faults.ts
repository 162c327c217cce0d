import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { complete } from '../answers/texts.ts';
import type { Context } from '../context.ts';
import type { ApiFault } from '../openapi/isolation/fault-book.ts';

/** The faults that this server has met, and those that the build of its pages has left beside them. */
export function listFaults({ faults, config }: Pick<Context, 'faults' | 'config'>): ApiFault[] {
  const own = faults.list();
  const keyOf = ({ file, line, message }: ApiFault) => [file, line, message.en].join('\n');
  const known = new Set(own.map(keyOf));
  const ofBuild = faultsOfBuild(join(config.siteDir, '..', 'faults.json'));
  return [...own, ...ofBuild.filter((fault) => !known.has(keyOf(fault)))];
}

function faultsOfBuild(file: string): ApiFault[] {
  try {
    const faults = JSON.parse(readFileSync(file, 'utf8')) as ApiFault[];
    return faults.map((fault) => ({ ...fault, message: complete(fault.message), remedy: complete(fault.remedy) }));
  } catch {
    return [];
  }
}
