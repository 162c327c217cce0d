import { join } from 'node:path';
import { findSpecs } from '../../server/openapi/find-specs.ts';
import { loadApi } from '../../server/openapi/load-api.ts';
import { readSource } from '../../server/openapi/read-source.ts';
import { isServedApart } from '../../server/openapi/servers.ts';
import { readExemptions } from './exemptions.ts';
import { rules } from './rules.ts';
import type { StyleFault } from './style-rule.ts';

/** Holds an API's document against the style guide; a fault names file, line, rule and mend. */
export async function checkStyle(folder: string): Promise<StyleFault[]> {
  const whole = await loadApi(folder);
  // What stands at the root of the portal is named and answered as the standards want it that put it there.
  const api = { ...whole, operations: whole.operations.filter((operation) => !isServedApart(whole, operation)) };
  const source = await readSource(join(folder, 'openapi.yaml'));
  const exemptions = await readExemptions(
    folder,
    rules.map(({ name }) => name),
  );
  const faults = new Map<string, StyleFault>();
  for (const { name, check } of rules) {
    for (const breach of check(api)) {
      const { subject, pointer, message, mend } = breach;
      // What many operations share is written in one place, and mended there.
      const place = `${name} ${subject} ${pointer}`;
      if (!exemptions.covers(name, breach) && !faults.has(place))
        faults.set(place, { file: source.file, line: source.lineOf(pointer), message: `${name}: ${message}`, mend });
    }
  }
  return [...[...faults.values()].sort((a, b) => a.line - b.line), ...exemptions.faults()];
}

if (import.meta.main) {
  const specs = findSpecs(process.env.SPECS_PATH || 'specs');
  const faults = (await Promise.all(specs.map(({ folder }) => checkStyle(folder)))).flat();
  for (const fault of faults) console.error(`${fault.file}:${fault.line} ${fault.message} ${fault.mend}`);
  if (faults.length > 0) process.exitCode = 1;
  else console.log(`${specs.map(({ slug }) => slug).join(', ')}: as the style guide says, or style.yaml says why not.`);
}
