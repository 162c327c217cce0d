import { Ajv2020, type AnySchema, type Options, type ValidateFunction } from 'ajv/dist/2020.js';
import type { OpenApiDocument } from './document-types.ts';
import { addExactLimits, type ExactValue } from './exact-limits.ts';
import { addAllFormats } from './formats.ts';
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
  code: { regExp: compilePattern },
};

/** The code that ends at the first fault is nested a level deeper for each property; of more, it takes seconds to compile. */
const mostProperties = 100;

/**
 * Returns a function that compiles a document's schemas for one direction. References are resolved on first use and compiled once,
 * so that a large document costs only what is called. What is compiled spends the steps of a budget. Throws for a schema of which no code
 * can be made.
 */
export function createCompiler(
  document: OpenApiDocument,
  direction: Direction,
  { budget, exact }: { budget: StepBudget; exact: ExactValue },
  more: Options = {},
): (schema: AnySchema) => ValidateFunction {
  const ajv = new Ajv2020({ ...options, ...more });
  addAllFormats(ajv);
  addUniqueItems(ajv, budget);
  addSteps(ajv, budget);
  addExactLimits(ajv, exact);
  const names = new Map<string, string>();
  const waiting: string[] = [];

  // Plain names, not pointers: a pointer would be parsed as a URI, and libraries differ in how they escape it.
  function refer(reference: string): string {
    if (!reference.startsWith('#')) return reference;
    let name = names.get(reference);
    if (name === undefined) {
      name = `schema-${names.size}`;
      names.set(reference, name);
      waiting.push(reference);
    }
    return name;
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
