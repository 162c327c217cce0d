import type { OpenApiDocument, Schema } from './document-types.ts';
import { leaveOutImpossible } from './leave-out.ts';
import { repairParts } from './repair-parts.ts';
import { countVariants } from './sample/flatten-schema.ts';
import { type Direction, sampleSchema } from './sample/sample-schema.ts';
import { validatorOf } from './validator.ts';

export type { Direction };

/** Later variants are not tried; the first ones are the common ones. */
const variantLimit = 6;

const known = { request: new WeakMap<Schema, unknown>(), response: new WeakMap<Schema, unknown>() };
const parts = { request: new WeakMap<Schema, unknown>(), response: new WeakMap<Schema, unknown>() };

/**
 * Makes a value for a schema: from its examples if they are valid, else from its rules alone, without the properties that the
 * direction forbids. A schema that no value satisfies gets the closest one.
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
  // Samples of parts are not repaired themselves, because a schema may be recursive.
  const sampleOf = (part: Schema) => {
    if (!parts[direction].has(part)) parts[direction].set(part, trySamples(document, part, direction).valid);
    return structuredClone(parts[direction].get(part));
  };
  const repaired = repairParts(document, schema, first, { check, sampleOf });
  leaveOutImpossible(document, schema, repaired, check);
  return repaired;
}

/** The first sample of a schema, and the first valid one. */
function trySamples(
  document: OpenApiDocument,
  schema: Schema,
  direction: Direction,
): { valid?: unknown; first: unknown } {
  const check = validatorOf(document)[direction];
  const variants = Math.min(countVariants(document, schema), variantLimit);
  const holds = (part: Schema, value: unknown) => check(part, value).length === 0;
  let first: unknown;
  for (const examples of [true, false]) {
    for (let variant = 0; variant < variants; variant++) {
      const value = sampleSchema(document, schema, { direction, examples, variant, holds });
      if (check(schema, value).length === 0) return { valid: value, first };
      first ??= value;
    }
  }
  return { first };
}
