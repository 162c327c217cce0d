import type { OpenApiDocument, Schema } from './document-types.ts';
import { type Direction, exampleOf } from './example-of.ts';
import { leaveOutImpossible } from './leave-out.ts';
import { repairParts } from './repair-parts.ts';
import { readOnlyNames } from './request-view.ts';
import { validatorOf } from './validator.ts';

/** Repairs an example where it breaks its schema, and drops read-only properties from a request; a sample replaces what cannot be repaired. */
export function repairExample(
  document: OpenApiDocument,
  schema: Schema,
  example: unknown,
  { direction, name }: { direction: Direction; name?: string },
): unknown {
  const check = validatorOf(document)[direction];
  const isValid = (value: unknown) => check(schema, value).length === 0;
  const own = direction === 'request' ? withoutReadOnly(document, schema, example) : structuredClone(example);
  const sampleOf = (part: Schema, name?: string) => exampleOf(document, part, { direction, name });
  const repaired = repairParts(document, schema, own, { check, sampleOf });
  if (isValid(repaired)) return repaired;
  const sample = sampleOf(schema, name);
  if (isValid(sample)) return graft(sample, repaired, isValid);
  leaveOutImpossible(document, schema, repaired, check);
  return repaired;
}

/** Copies an object's properties into a sample, except those that would make it invalid. */
function graft(sample: unknown, value: unknown, isValid: (candidate: unknown) => boolean): unknown {
  if (!isObject(sample) || !isObject(value)) return sample;
  let grafted = sample;
  for (const [name, own] of Object.entries(value)) {
    const next = { ...grafted, [name]: own };
    if (isValid(next)) grafted = next;
  }
  return grafted;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withoutReadOnly(document: OpenApiDocument, schema: Schema, example: unknown): unknown {
  if (typeof example !== 'object' || example === null || Array.isArray(example)) return example;
  const readOnly = readOnlyNames(document, schema);
  return Object.fromEntries(Object.entries(structuredClone(example)).filter(([name]) => !readOnly.has(name)));
}
