import { DocumentFaults, describeFault } from './openapi/faults.ts';
import { findSpecs } from './openapi/find-specs.ts';
import { createFaultBook } from './openapi/isolation/fault-book.ts';
import { tellFaults } from './openapi/isolation/tell-faults.ts';
import { explainApi } from './plan/explain/explain-api.ts';
import type { Explanation, Fact, OperationExplanation } from './plan/explain/explanation.ts';
import { serveApi } from './sandbox/serve-api.ts';

/** `npm run explain -- <slug>`: what the sandbox inferred for each operation of a document, and why. */
const [slug] = process.argv.slice(2);
const specs = findSpecs(process.env.SPECS_PATH || 'specs');
const spec = specs.find((candidate) => candidate.slug === slug);

if (!spec) {
  console.error(
    `Usage: npm run explain -- <slug>, where <slug> is one of ${specs.map((known) => known.slug).join(', ')}.`,
  );
  process.exit(1);
}

try {
  const faults = createFaultBook();
  const api = await serveApi(spec.folder, undefined, faults);
  tellFaults(faults.list(), false, (line) => console.error(line));
  console.log(`${api.title} ${api.version}, served at ${api.basePath}\n`);
  console.log(print(explainApi(api)));
} catch (error) {
  if (!(error instanceof DocumentFaults)) throw error;
  for (const fault of error.faults) console.error(describeFault(fault));
  process.exit(1);
}

function print({ conventions, stores, operations }: Explanation): string {
  const conventionLines = conventions.map(
    ({ property, isSaid, text }) => `${property.padEnd(17)}${text.en}${isSaid ? '' : ' (not in the profile)'}`,
  );
  const described = stores.map(({ store, facts }) => [`store ${store}`, ...facts.flatMap(line)].join('\n'));
  return [conventionLines.join('\n'), ...described, ...operations.map(printOperation)].join('\n\n');
}

function printOperation({ method, path, facts, why, hints }: OperationExplanation): string {
  const reasons = why.map(({ en }) => en).join('; ');
  const printedHints = hints.map(({ en }) => `  ${'hint'.padEnd(15)}${en}`);
  return [`${method} ${path}`, ...facts.flatMap(line), `  ${'why'.padEnd(15)}${reasons}`, ...printedHints].join('\n');
}

function line({ name, text }: Fact): string {
  return `  ${name.en.padEnd(15)}${text.en}`;
}
