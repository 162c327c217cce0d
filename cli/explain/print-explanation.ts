import { say } from '../../server/answers/say.ts';
import type { Explanation, Fact, OperationExplanation } from '../../server/plan/explain/explanation.ts';
import type { Language } from '../../server/settings/languages.ts';

/** An explanation as text, in a language: the conventions of the API, its stores, its operations. */
export function printExplanation({ conventions, stores, operations }: Explanation, language: Language): string {
  const byDefault = say('explain.not-in-profile')[language];
  const conventionLines = conventions.map(
    ({ property, isSaid, text }) => `${property.padEnd(17)}${text[language]}${isSaid ? '' : ` (${byDefault})`}`,
  );
  const described = stores.map(({ store, facts }) =>
    [`${say('explain.facts.store')[language]} ${store}`, ...facts.map((fact) => line(fact, language))].join('\n'),
  );
  const operationLines = operations.map((operation) => printOperation(operation, language));
  return [conventionLines.join('\n'), ...described, ...operationLines].join('\n\n');
}

function printOperation({ method, path, facts, why, hints }: OperationExplanation, language: Language): string {
  const reasons = why.map((text) => text[language]).join('; ');
  const labelled = (label: string, text: string) => `  ${label.padEnd(width)}${text}`;
  return [
    `${method} ${path}`,
    ...facts.map((fact) => line(fact, language)),
    labelled(say('explain.facts.why')[language], reasons),
    ...hints.map((hint) => labelled(say('explain.facts.hint')[language], hint[language])),
  ].join('\n');
}

const width = 15;

function line({ name, text }: Fact, language: Language): string {
  return `  ${name[language].padEnd(width)}${text[language]}`;
}
