import type { OpenApiDocument, Schema } from './document-types.ts';
import { type Direction, exampleOf } from './example-of.ts';
import { leaveOutImpossible } from './leave-out.ts';
import { mendParts } from './mend-parts.ts';
import { readOnlyNames } from './request-view.ts';
import { validatorOf } from './validator.ts';

/** Mends an example where it breaks its own schema, and leaves out of a request what is read-only; what cannot be mended gives way to a sample. */
export function mendExample(
  document: OpenApiDocument,
  schema: Schema,
  example: unknown,
  direction: Direction,
): unknown {
  const check = validatorOf(document)[direction];
  const isValid = (value: unknown) => check(schema, value).length === 0;
  const own = direction === 'request' ? withoutReadOnly(document, schema, example) : structuredClone(example);
  const sampleOf = (part: Schema) => exampleOf(document, part, { direction });
  const mended = mendParts(document, schema, own, { check, sampleOf });
  if (isValid(mended)) return mended;
  const sample = sampleOf(schema);
  if (isValid(sample)) return graft(sample, mended, isValid);
  leaveOutImpossible(document, schema, mended, check);
  return mended;
}

/** Keeps as much of an object's own properties as a sample can take up. */
function graft(sample: unknown, value: unknown, isValid: (whole: unknown) => boolean): unknown {
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
