import { readInteger } from '../answers/exact-json.ts';
import type { Issue } from '../answers/issue.ts';
import { disambiguate } from './disambiguate.ts';
import type { OpenApiDocument, Schema } from './document-types.ts';
import { findPlaces, type Place } from './place-of-issue.ts';
import { narrowTo, typeOf } from './schema-shape.ts';

/** How to validate a value, and how to make a replacement for a part of it. */
export interface Means {
  check(schema: Schema, value: unknown): Issue[];
  /** Undefined if none can be made; what the value is called makes it a better one. */
  sampleOf(schema: Schema, name?: string): unknown;
}

/** Levels above the invalid place, round by round: a repair can reveal the next issue, so containers are replaced last. */
const levels = [0, 0, 0, 1, 2];

/** Further issues are ignored: a value with more is beyond repair. */
export const maxIssues = 50;

/** Repairs a value where it breaks its schema: the invalid places themselves, else their containers. */
export function repairParts(
  document: OpenApiDocument,
  schema: Schema,
  value: unknown,
  means: Means,
  depth = 0,
): unknown {
  let repaired = value;
  for (const level of levels) {
    const issues = means.check(schema, repaired);
    if (issues.length === 0) break;
    for (const issue of issues.slice(0, maxIssues)) {
      const place = findPlaces(document, schema, repaired, issue)[level];
      if (place) repairPlace(document, place, issue, means, depth);
      else if (issue.pointer === '')
        repaired =
          toOneVariant(document, schema, repaired, issue, means) ??
          toMeantVariant(document, schema, repaired, means, depth) ??
          repaired;
    }
  }
  return repaired;
}

function repairPlace(document: OpenApiDocument, place: Place, issue: Issue, means: Means, depth: number): void {
  const { owner, name, schema: wanted, isOptional } = place;
  const isForbidden = /^(additional|unevaluated)Properties$/.test(issue.keyword);
  // An absent property is the closest thing to null.
  if (isForbidden || (isOptional && (owner[name] === null || !wanted))) delete owner[name];
  else if (wanted)
    owner[name] =
      toOneVariant(document, wanted, owner[name], issue, means) ??
      toMeantVariant(document, wanted, owner[name], means, depth) ??
      (issue.keyword === 'type' ? converted(owner[name], typeOf(document, wanted)) : undefined) ??
      means.sampleOf(wanted, Array.isArray(owner) ? undefined : name) ??
      owner[name];
}

/** Changes a value that several variants of a oneOf accept so that only one does. */
function toOneVariant(
  document: OpenApiDocument,
  schema: Schema,
  value: unknown,
  { params }: Issue,
  { check }: Means,
): unknown {
  return params.passingSchemas
    ? disambiguate(document, schema, value, (candidate) => check(schema, candidate).length === 0)
    : undefined;
}

/** Variants within variants are repaired to this depth. */
const deepest = 3;

/** The value as the variant that it most likely means, if that can be: what was sent is not lost for what it lacks. */
function toMeantVariant(
  document: OpenApiDocument,
  schema: Schema,
  value: unknown,
  means: Means,
  depth: number,
): unknown {
  if (depth >= deepest || typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const meant = narrowTo(document, schema, value as Record<string, unknown>);
  if (meant === schema) return undefined;
  const repaired = repairParts(document, meant, structuredClone(value), means, depth + 1);
  return means.check(schema, repaired).length === 0 ? repaired : undefined;
}

/** The same value in another type: a number as text, or text as a number. */
function converted(value: unknown, type: string | undefined): unknown {
  if (type === 'string') return ['number', 'boolean'].includes(typeof value) ? String(value) : undefined;
  const isNumber =
    (type === 'integer' || type === 'number') && typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);
  return isNumber ? readInteger(value) : undefined;
}
