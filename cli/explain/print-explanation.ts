import type { Explanation, Fact, OperationExplanation } from '../../server/plan/explain/explanation.ts';

/** An explanation as text: the conventions of the API, its stores, its operations. */
export function printExplanation({ conventions, stores, operations }: Explanation): string {
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
