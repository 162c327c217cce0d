import type { Issue } from '../answers/issue.ts';
import type { OpenApiDocument, Schema } from './document-types.ts';
import { findPlaces, type Place } from './place-of-issue.ts';
import { maxIssues } from './repair-parts.ts';

type Check = (schema: Schema, value: unknown) => Issue[];

/** Removing one part can reveal the next impossible one. */
const rounds = 6;

/** Removes from a value the parts that no value can satisfy: optional ones are deleted, others become null or an empty list if allowed. */
export function leaveOutImpossible(document: OpenApiDocument, schema: Schema, value: unknown, check: Check): void {
  for (let round = 0; round < rounds; round++) {
    const issues = check(schema, value).slice(0, maxIssues);
    const places = issues.map((issue) => findPlaces(document, schema, value, issue));
    const spare = places.flatMap((from) => from.find((place) => isSpare(place, check)) ?? []);
    if (spare.length === 0) break;
    for (const place of spare) leaveOut(place);
  }
}

function isSpare({ owner, name, schema, isOptional }: Place, check: Check): boolean {
  if (!Object.hasOwn(owner, name)) return false;
  if (isOptional || Array.isArray(owner)) return true;
  return schema !== undefined && owner[name] !== null && check(schema, null).length === 0;
}

function leaveOut({ owner, name, isOptional }: Place): void {
  if (Array.isArray(owner)) owner.length = 0;
  else if (isOptional) delete owner[name];
  else owner[name] = null;
}
