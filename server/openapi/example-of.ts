import type { OpenApiDocument, Schema } from './document-types.ts';
import { leaveOutImpossible } from './leave-out.ts';
import { mendParts } from './mend-parts.ts';
import { countVariants } from './sample/flatten-schema.ts';
import { type Direction, sampleSchema } from './sample/sample-schema.ts';
import { validatorOf } from './validator.ts';

export type { Direction };

/** Variants beyond these are not tried: the first ones are the usual ones. */
const variantLimit = 6;

const known = { request: new WeakMap<Schema, unknown>(), response: new WeakMap<Schema, unknown>() };
const parts = { request: new WeakMap<Schema, unknown>(), response: new WeakMap<Schema, unknown>() };

/**
 * Makes a value of a schema: of its examples where they keep its own rules, else of the rules alone; leaves out what the
 * direction forbids. A schema that no value keeps gets the nearest one.
 */
export function exampleOf(document: OpenApiDocument, schema: Schema, { direction }: { direction: Direction }): unknown {
  if (typeof schema !== 'object' || schema === null) return null;
  const made = known[direction];
  if (!made.has(schema)) made.set(schema, makeExample(document, schema, direction));
  return structuredClone(made.get(schema));
}

function makeExample(document: OpenApiDocument, schema: Schema, direction: Direction): unknown {
  const { valid, first } = trySamples(document, schema, direction);
  if (valid !== undefined) return valid;
  const check = validatorOf(document)[direction];
  // Parts are not mended in their turn: a schema may lead back to itself.
  const sampleOf = (part: Schema) => {
    if (!parts[direction].has(part)) parts[direction].set(part, trySamples(document, part, direction).valid);
    return structuredClone(parts[direction].get(part));
  };
  const mended = mendParts(document, schema, first, { check, sampleOf });
  leaveOutImpossible(document, schema, mended, check);
  return mended;
}

/** The first sample of a schema, and the first one that keeps its rules. */
function trySamples(
  document: OpenApiDocument,
  schema: Schema,
  direction: Direction,
): { valid?: unknown; first: unknown } {
  const check = validatorOf(document)[direction];
  const variants = Math.min(countVariants(document, schema), variantLimit);
  let first: unknown;
  for (const examples of [true, false]) {
    for (let variant = 0; variant < variants; variant++) {
      const value = sampleSchema(document, schema, { direction, examples, variant });
      if (check(schema, value).length === 0) return { valid: value, first };
      first ??= value;
    }
  }
  return { first };
}
