import type { OpenApiDocument, Schema } from './document-types.ts';
import { type Direction, exampleOf } from './example-of.ts';
import { findPlace } from './place-of-issue.ts';
import { readOnlyNames } from './request-view.ts';
import { typeOf } from './schema-shape.ts';
import type { Issue } from './validation-issues.ts';
import { validatorOf } from './validator.ts';

/** Mending one place can bring the next one to light. */
const rounds = 3;

/** Mends an example where it breaks its own schema, and leaves out of a request what is read-only; what cannot be mended gives way to a sample. */
export function mendExample(
  document: OpenApiDocument,
  schema: Schema,
  example: unknown,
  direction: Direction,
): unknown {
  const check = validatorOf(document)[direction];
  const value = direction === 'request' ? withoutReadOnly(document, schema, example) : structuredClone(example);
  for (let round = 0; round < rounds; round++) {
    const issues = check(schema, value);
    if (issues.length === 0) return value;
    for (const issue of issues) mendOne(document, schema, value, issue, direction);
  }
  if (check(schema, value).length === 0) return value;
  const sample = exampleOf(document, schema, { direction });
  return check(schema, sample).length === 0
    ? graft(sample, value, (whole) => check(schema, whole).length === 0)
    : value;
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

function mendOne(document: OpenApiDocument, schema: Schema, value: unknown, issue: Issue, direction: Direction): void {
  const place = findPlace(document, schema, value, issue);
  if (!place) return;
  const { owner, name, schema: wanted, mayGo } = place;
  const isForbidden = issue.keyword === 'additionalProperties' || issue.keyword === 'unevaluatedProperties';
  // Nothing is more like null than nothing.
  if (isForbidden || (mayGo && (owner[name] === null || !wanted))) delete owner[name];
  else if (wanted)
    owner[name] =
      (issue.keyword === 'type' ? rewritten(owner[name], typeOf(document, wanted)) : undefined) ??
      exampleOf(document, wanted, { direction });
}

/** A number as a text, or a text as the number that it writes: the same value in another type. */
function rewritten(value: unknown, type: string | undefined): unknown {
  if (type === 'string') return ['number', 'boolean'].includes(typeof value) ? String(value) : undefined;
  const isNumber =
    (type === 'integer' || type === 'number') && typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);
  return isNumber ? Number(value) : undefined;
}
