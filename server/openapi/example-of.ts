import type { OpenApiDocument, Schema } from './document-types.ts';
import { findPlace } from './place-of-issue.ts';
import { countVariants } from './sample/flatten-schema.ts';
import { type Direction, sampleSchema } from './sample/sample-schema.ts';
import type { Issue } from './validation-issues.ts';
import { validatorOf } from './validator.ts';

export type { Direction };

/** Variants beyond these are not tried: the first ones are the usual ones. */
const variantLimit = 6;

/** What is left out can bring the next impossible part to light. */
const pruneRounds = 5;

const known = { request: new WeakMap<Schema, unknown>(), response: new WeakMap<Schema, unknown>() };

/**
 * Makes a value of a schema: of its examples where they keep its own rules, else of the rules alone; leaves out what the
 * direction forbids. A schema that no value keeps gets the nearest one.
 */
export function exampleOf(document: OpenApiDocument, schema: Schema, { direction }: { direction: Direction }): unknown {
  if (typeof schema !== 'object' || schema === null) return null;
  const made = known[direction];
  if (!made.has(schema)) made.set(schema, chooseExample(document, schema, direction));
  return structuredClone(made.get(schema));
}

function chooseExample(document: OpenApiDocument, schema: Schema, direction: Direction): unknown {
  const check = validatorOf(document)[direction];
  const variants = Math.min(countVariants(document, schema), variantLimit);
  let first: unknown;
  for (const examples of [true, false]) {
    for (let variant = 0; variant < variants; variant++) {
      const value = sampleSchema(document, schema, { direction, examples, variant });
      if (check(schema, value).length === 0) return value;
      first ??= value;
    }
  }
  return withoutImpossible(document, schema, first, check);
}

/** Leaves out what no value can keep the rules of, as far as the schema goes without it. */
function withoutImpossible(
  document: OpenApiDocument,
  schema: Schema,
  value: unknown,
  check: (schema: Schema, value: unknown) => Issue[],
): unknown {
  for (let round = 0; round < pruneRounds; round++) {
    const places = check(schema, value).flatMap((issue) => findPlace(document, schema, value, issue) ?? []);
    const impossible = places.filter(({ mayGo, owner, name }) => (mayGo || Array.isArray(owner)) && name in owner);
    if (impossible.length === 0) break;
    for (const { owner, name } of impossible) {
      if (Array.isArray(owner)) owner.length = 0;
      else delete owner[name];
    }
  }
  return value;
}
