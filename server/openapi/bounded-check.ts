import type { AnySchema, ErrorObject, Options } from 'ajv/dist/2020.js';
import type { Issue } from '../answers/issue.ts';
import { createCheck, unlessTooLong } from './compiled-check.ts';
import type { OpenApiDocument, Schema } from './document-types.ts';
import { type CheckVariant, forgiveAmbiguousChoices, onlyIntendedVariants } from './intended-variant.ts';
import { withinTime } from './pattern.ts';
import { shapeOf } from './schema-shape.ts';
import { createBudget } from './step-budget.ts';
import { toIssues } from './validation-issues.ts';

/** What is wrong with a value; empty for a valid one. */
export type Check = (schema: Schema, value: unknown) => Issue[];

/** Steps (of a tenth to a third of a microsecond) to find whether a value is valid, and to find and explain all that is wrong with it. */
const maxSteps = { verdict: 200_000, all: 10_000 };
/** Steps that it takes to explain an error. */
const perError = 5;

/** Names all that is wrong with a request, or, where that would take too long, the first fault that is found. */
export function createRequestCheck(document: OpenApiDocument, more: Options = {}): Check {
  const budget = createBudget();
  const checkFirst = createCheck(document, 'request', budget, { ...more, allErrors: false });
  const checkAll = createCheck(document, 'request', budget, more);
  const requiredOf = (schema: AnySchema) => shapeOf(document, schema as Schema).required;
  // A caller cannot resolve a document's ambiguity; responses are checked strictly.
  const explain = (errors: ErrorObject[], check: CheckVariant) => {
    const forgive = (found: ErrorObject[]) => forgiveAmbiguousChoices(found, check, requiredOf);
    return onlyIntendedVariants(forgive(errors), (schema, value) => {
      const found = check(schema, value);
      budget.spend(found.length * perError);
      return forgive(found);
    });
  };
  const find = (schema: Schema, value: unknown): ErrorObject[] => {
    budget.left = maxSteps.verdict;
    const errors = unlessTooLong(() => checkFirst(schema, value));
    if (!errors) return [takesTooLong];
    if (errors.length === 0) return [];
    budget.left = maxSteps.all;
    const first = unlessTooLong(() => explain(errors, checkFirst)) ?? errors;
    // What comes after an ambiguity that is forgiven was not looked at yet.
    budget.left = first.length > 0 ? maxSteps.all : maxSteps.verdict;
    const all = unlessTooLong(() => explain(checkAll(schema, value), checkAll));
    return all ?? (first.length > 0 ? first : [takesTooLong]);
  };
  return (schema, value) => withinTime(() => toIssues(find(schema, value)));
}

/** Names all that is wrong with a response; nothing where that would take too long. */
export function createResponseCheck(document: OpenApiDocument): Check {
  const budget = createBudget();
  const check = createCheck(document, 'response', budget);
  const find = (schema: Schema, value: unknown): ErrorObject[] => {
    budget.left = maxSteps.verdict;
    return unlessTooLong(() => onlyIntendedVariants(check(schema, value), check)) ?? [];
  };
  return (schema, value) => withinTime(() => toIssues(find(schema, value)));
}

const takesTooLong: ErrorObject = { keyword: 'effort', instancePath: '', schemaPath: '', params: {} };
