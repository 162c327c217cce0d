import { findSpecs } from '../../server/openapi/find-specs.ts';
import { loadApi } from '../../server/openapi/load-api.ts';
import { placeOfDocument } from '../../server/openapi/place-of-document.ts';
import { readSource } from '../../server/openapi/read-source.ts';
import { isServedApart } from '../../server/openapi/servers.ts';
import { portalFolders } from '../../server/settings/portal-folders.mjs';
import { readExemptions } from './exemptions.ts';
import { rules } from './rules.ts';
import type { StyleFault } from './style-rule.ts';

/** Checks an API's document, by its folder or file, against the style guide; a fault has file, line, rule and remedy. */
export async function checkStyle(document: string): Promise<StyleFault[]> {
  const { file, folder } = placeOfDocument(document);
  const loaded = await loadApi(document);
  // Operations at the portal's root follow the standards that define them.
  const api = { ...loaded, operations: loaded.operations.filter((operation) => !isServedApart(loaded, operation)) };
  const source = await readSource(file);
  const exemptions = await readExemptions(
    folder,
    rules.map(({ name }) => name),
  );
  const faults = new Map<string, StyleFault>();
  for (const { name, check } of rules) {
    for (const breach of check(api)) {
      const { subject, pointer, message } = breach;
      const remedy = `${breach.remedy} See docs/style-guide.mdx#${name}.`;
      // Report a component shared by many operations once.
      const place = `${name} ${subject} ${pointer}`;
      if (!exemptions.covers(name, breach) && !faults.has(place))
        faults.set(place, { file: source.file, line: source.lineOf(pointer), message: `${name}: ${message}`, remedy });
    }
  }
  return [...[...faults.values()].sort((a, b) => a.line - b.line), ...exemptions.faults()];
}

if (import.meta.main) {
  const specs = findSpecs(portalFolders(process.env).specsPath);
  const faults = (await Promise.all(specs.map(({ folder }) => checkStyle(folder)))).flat();
  for (const fault of faults) console.error(`${fault.file}:${fault.line} ${fault.message} ${fault.remedy}`);
  if (faults.length > 0) process.exitCode = 1;
  else console.log(`${specs.map(({ slug }) => slug).join(', ')}: conform to the style guide, apart from exemptions.`);
}
