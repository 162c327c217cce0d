import { Ajv2020, type AnySchema, type Options, type ValidateFunction } from 'ajv/dist/2020.js';
import type { OpenApiDocument } from './document-types.ts';
import { addExactLimits, type ExactValue } from './exact-limits.ts';
import { type Follow, followLate, type ReferenceNames } from './follow-references.ts';
import { addAllFormats } from './formats.ts';
import { memoize } from './memoize.ts';
import { compilePattern } from './pattern.ts';
import { viewFrom } from './request-view.ts';
import { findByPointer } from './resolve.ts';
import type { Direction } from './sample/sample-schema.ts';
import { addSteps, countSteps, type StepBudget } from './step-budget.ts';
import { addUniqueItems } from './unique-items.ts';

const options: Options = {
  strict: false,
  allErrors: true,
  verbose: true,
  ownProperties: true,
  logger: false,
  meta: false,
  validateSchema: false,
  // In floating point, 0.3 is not an exact multiple of 0.1.
  multipleOfPrecision: 9,
  // Optimized code takes several times as long to make, and no less to run: the engine does the same.
  code: { regExp: compilePattern, optimize: false },
};

/** The code that ends at the first fault is nested a level deeper for each property; of more, it takes seconds to compile. */
const mostProperties = 100;

/**
 * Returns a function that compiles a document's schemas for one direction. References are followed when a value gets there, so that a
 * large document costs only what is called. What is compiled spends the steps of a budget. Throws for a schema of which no code
 * can be made.
 */
export function createCompiler(
  document: OpenApiDocument,
  direction: Direction,
  { budget, exact }: { budget: StepBudget; exact: ExactValue },
  { names, follow, ...more }: Options & { names: ReferenceNames; follow: Follow },
): (schema: AnySchema) => ValidateFunction {
  const ajv = new Ajv2020({ ...options, ...more });
  addAllFormats(ajv);
  addUniqueItems(ajv, budget);
  addSteps(ajv, budget);
  addExactLimits(ajv, exact);
  const isLate = !asksForEvaluated(document);
  if (isLate) followLate(ajv, names, follow);
  const added = new Set<string>();
  const waiting: string[] = [];
  function refer(reference: string): string {
    if (!reference.startsWith('#')) return reference;
    if (!isLate && !added.has(reference)) waiting.push(reference);
    added.add(reference);
    return names.nameOf(reference);
  }

  const most = more.allErrors === false ? mostProperties : Number.POSITIVE_INFINITY;
  const viewOf = (schema: unknown) => countSteps(viewFrom(direction, document, schema, refer) as AnySchema, most);
  return (schema) => {
    const seen = viewOf(schema);
    for (let reference = waiting.pop(); reference !== undefined; reference = waiting.pop())
      ajv.addSchema(viewOf(findByPointer(document, reference)), refer(reference));
    return ajv.compile(seen);
  };
}

/** Whether a document has `unevaluatedProperties` or `unevaluatedItems`. */
const asksForEvaluated = memoize((document: OpenApiDocument): boolean => {
  try {
    return JSON.stringify(document).includes('"unevaluated');
  } catch {
    // It contains itself.
    return true;
  }
});
