import type { Issue } from '../answers/issue.ts';
import type { OpenApiDocument, Schema } from './document-types.ts';
import { findPlaces, type Place } from './place-of-issue.ts';
import { typeOf } from './schema-shape.ts';
import { tellApart } from './tell-apart.ts';

/** How a value is held against a schema, and where another one for a part of it comes from. */
export interface Means {
  check(schema: Schema, value: unknown): Issue[];
  /** Undefined where none can be made now. */
  sampleOf(schema: Schema): unknown;
}

/** So far out from the place that is wrong: mending one can bring the next one to light, and what holds it is made anew only after that. */
const ways = [0, 0, 0, 1, 2];

/** Where more is wrong than this, little helps. */
export const mostIssues = 50;

/** Mends a value where it breaks its schema: the places themselves, else what holds them. */
export function mendParts(document: OpenApiDocument, schema: Schema, value: unknown, means: Means): unknown {
  let whole = value;
  for (const way of ways) {
    const issues = means.check(schema, whole);
    if (issues.length === 0) break;
    for (const issue of issues.slice(0, mostIssues)) {
      const place = findPlaces(document, schema, whole, issue)[way];
      if (place) mendPlace(document, place, issue, means);
      else if (issue.pointer === '') whole = singledOut(document, schema, whole, issue, means) ?? whole;
    }
  }
  return whole;
}

function mendPlace(document: OpenApiDocument, place: Place, issue: Issue, means: Means): void {
  const { owner, name, schema: wanted, mayGo } = place;
  const isForbidden = /^(additional|unevaluated)Properties$/.test(issue.keyword);
  // Nothing is more like null than nothing.
  if (isForbidden || (mayGo && (owner[name] === null || !wanted))) delete owner[name];
  else if (wanted)
    owner[name] =
      singledOut(document, wanted, owner[name], issue, means) ??
      (issue.keyword === 'type' ? rewritten(owner[name], typeOf(document, wanted)) : undefined) ??
      means.sampleOf(wanted) ??
      owner[name];
}

/** What several variants of a oneOf take, as one of them alone does. */
function singledOut(
  document: OpenApiDocument,
  schema: Schema,
  value: unknown,
  { params }: Issue,
  { check }: Means,
): unknown {
  return params.passingSchemas
    ? tellApart(document, schema, value, (told) => check(schema, told).length === 0)
    : undefined;
}

/** A number as a text, or a text as the number that it writes: the same value in another type. */
function rewritten(value: unknown, type: string | undefined): unknown {
  if (type === 'string') return ['number', 'boolean'].includes(typeof value) ? String(value) : undefined;
  const isNumber =
    (type === 'integer' || type === 'number') && typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);
  return isNumber ? Number(value) : undefined;
}
