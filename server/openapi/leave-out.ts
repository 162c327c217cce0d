import type { Issue } from '../answers/issue.ts';
import type { OpenApiDocument, Schema } from './document-types.ts';
import { mostIssues } from './mend-parts.ts';
import { findPlaces, type Place } from './place-of-issue.ts';

type Check = (schema: Schema, value: unknown) => Issue[];

/** What is left out can bring the next impossible part to light. */
const rounds = 6;

/** Leaves out of a value what nothing can keep the rules of: where its schema goes without it, takes null for it, or an empty list. */
export function leaveOutImpossible(document: OpenApiDocument, schema: Schema, value: unknown, check: Check): void {
  for (let round = 0; round < rounds; round++) {
    const issues = check(schema, value).slice(0, mostIssues);
    const places = issues.map((issue) => findPlaces(document, schema, value, issue));
    const spare = places.flatMap((from) => from.find((place) => isSpare(place, check)) ?? []);
    if (spare.length === 0) break;
    for (const place of spare) leaveOut(place);
  }
}

function isSpare({ owner, name, schema, mayGo }: Place, check: Check): boolean {
  if (!Object.hasOwn(owner, name)) return false;
  if (mayGo || Array.isArray(owner)) return true;
  return schema !== undefined && owner[name] !== null && check(schema, null).length === 0;
}

function leaveOut({ owner, name, mayGo }: Place): void {
  if (Array.isArray(owner)) owner.length = 0;
  else if (mayGo) delete owner[name];
  else owner[name] = null;
}
