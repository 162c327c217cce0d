import type { Ajv2020, KeywordCxt, ValidateFunction } from 'ajv/dist/2020.js';
import { callRef } from 'ajv/dist/vocabularies/core/ref.js';

/** Compiles what a reference leads to. */
export type Follow = (reference: string) => ValidateFunction;

/** The names that references have in compiled schemas: a pointer would be parsed as a URI, and libraries differ in how they escape it. */
export interface ReferenceNames {
  nameOf(reference: string): string;
  find(name: string): string | undefined;
}

export function createReferenceNames(): ReferenceNames {
  const names = new Map<string, string>();
  const references = new Map<string, string>();
  return {
    nameOf(reference) {
      const name = names.get(reference) ?? `schema-${names.size}`;
      names.set(reference, name);
      references.set(name, reference);
      return name;
    },
    find: (name) => references.get(name),
  };
}

/**
 * Makes compiled schemas follow a reference when a value first gets there. In some documents each schema leads to nearly all others,
 * and a value to few of them: one that may be an id or a whole record is an id. What is evaluated behind a reference is not known then.
 */
export function followLate(ajv: Ajv2020, names: ReferenceNames, follow: Follow): void {
  const rule = ajv.RULES.all.$ref;
  if (typeof rule !== 'object' || !('code' in rule.definition)) throw new Error('Ajv has no $ref.');
  const { definition } = rule;
  const { code } = definition;
  definition.code = (cxt: KeywordCxt, ruleType) => {
    const reference = names.find(cxt.schema);
    if (reference === undefined) return code(cxt, ruleType);
    const called = cxt.gen.scopeValue('validate', { ref: late(() => follow(reference)) });
    // Told that nothing is evaluated there, Ajv writes no code that collects it.
    callRef(cxt, called, { validate: { evaluated: {} } } as unknown as Parameters<typeof callRef>[2]);
  };
}

function late(make: () => ValidateFunction): ValidateFunction {
  let made: ValidateFunction | undefined;
  const validate = ((value, context) => {
    made ??= make();
    const isValid = made(value, context);
    validate.errors = made.errors ?? null;
    return isValid;
  }) as ValidateFunction;
  return validate;
}
