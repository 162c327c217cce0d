import type { AnySchema, ErrorObject, Options, ValidateFunction } from 'ajv/dist/2020.js';
import { withNumbers } from '../answers/exact-json.ts';
import type { OpenApiDocument } from './document-types.ts';
import type { ExactValue } from './exact-limits.ts';
import { createReferenceNames } from './follow-references.ts';
import type { CheckVariant } from './intended-variant.ts';
import { lazily } from './lazily.ts';
import { memoize } from './memoize.ts';
import { PatternsTakeTooLong } from './pattern.ts';
import { findByPointer } from './resolve.ts';
import type { Direction } from './sample/sample-schema.ts';
import { createCompiler } from './schema-compiler.ts';
import { type StepBudget, TooManySteps } from './step-budget.ts';

/**
 * Returns a function that checks values of one direction; each schema is compiled on first use. It throws TooManySteps and
 * PatternsTakeTooLong.
 */
export function createCheck(
  document: OpenApiDocument,
  direction: Direction,
  budget: StepBudget,
  more: Options = {},
): CheckVariant {
  // Where no code can be made that ends at the first fault, what looks for all finds it, too.
  const exact: ExactValue = { value: undefined };
  const names = createReferenceNames();
  const compilers = [more, { ...more, allErrors: true }].map((options) =>
    lazily(() => createCompiler(document, direction, { budget, exact }, { ...options, names, follow })),
  );
  const compile = (schema: AnySchema): ValidateFunction => {
    for (const compiler of compilers) {
      try {
        return compiler()(schema);
      } catch {}
    }
    // A schema that does not compile (an unknown type, say) is not checked, so that the sandbox keeps responding.
    return acceptAnything;
  };
  const byText = new Map<string, ValidateFunction>();
  const compiled = memoize((schema: AnySchema) => {
    // Documents repeat small schemas; compiling one takes longer than writing it out.
    const text = textOf(schema);
    if (text === undefined) return compile(schema);
    const validate = byText.get(text) ?? compile(schema);
    byText.set(text, validate);
    return validate;
  });
  function follow(reference: string): ValidateFunction {
    const target = findByPointer(document, reference);
    if (typeof target === 'boolean') return compile(target);
    return typeof target === 'object' && target !== null ? compiled(target) : acceptAnything;
  }
  return (schema, value) => {
    const validate = typeof schema === 'boolean' ? compile(schema) : compiled(schema);
    try {
      // Long integers are checked as the nearest number.
      const numbers = withNumbers(value);
      // Texts that are read as numbers are replaced in place.
      exact.value = more.coerceTypes ? copyOfPlaces(value) : value;
      const isValid = validate(numbers);
      if (numbers !== value) fillDefaults(value, numbers);
      return isValid ? [] : (validate.errors as ErrorObject[]);
    } catch (error) {
      if (isTooLong(error)) throw error;
      // Recursive defaults never end: no verdict.
      return [];
    }
  };
}

/** The places of a request's parameters, as they were received. */
function copyOfPlaces(value: unknown): unknown {
  return Object.fromEntries(Object.entries(value as object).map(([place, values]) => [place, { ...values }]));
}

/** Gives a value the defaults that were filled into its copy. */
function fillDefaults(value: unknown, filled: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  for (const [key, child] of Object.entries(filled as object)) {
    if (!Object.hasOwn(value, key)) Object.assign(value, { [key]: child });
    else fillDefaults((value as Record<string, unknown>)[key], child);
  }
}

/** The result of a check; undefined if it takes too long. */
export function unlessTooLong<T>(check: () => T): T | undefined {
  try {
    return check();
  } catch (error) {
    if (isTooLong(error)) return undefined;
    throw error;
  }
}

function isTooLong(error: unknown): boolean {
  return error instanceof TooManySteps || error instanceof PatternsTakeTooLong;
}

/** A schema as a key; undefined for a long one, which is hardly repeated, and for one that contains itself. */
function textOf(schema: AnySchema): string | undefined {
  try {
    const text = JSON.stringify(schema);
    return text.length < 2000 ? text : undefined;
  } catch {
    return undefined;
  }
}

const acceptAnything = (() => true) as unknown as ValidateFunction;
