import type { ErrorObject } from 'ajv/dist/2020.js';
import type { Issue } from '../answers/issue.ts';

const composing = new Set(['oneOf', 'anyOf', 'allOf', 'if', 'then', 'else', '$ref', 'not']);

/** Characters of a name that are told. */
const longest = 100;

/** Turns Ajv's errors into one issue per field; a failed composition is dropped if a more specific error explains it. */
export function toIssues(errors: ErrorObject[]): Issue[] {
  const issues = errors.map(toIssue);
  const explained = placesAround(issues.filter(({ keyword }) => !composing.has(keyword)));
  const fields = new Map<string, Issue>();
  for (const issue of issues) {
    if (composing.has(issue.keyword) && explained.has(issue.pointer)) continue;
    const known = fields.get(issue.pointer);
    if (!known || composing.has(known.keyword)) fields.set(issue.pointer, issue);
    else if (known.keyword === issue.keyword) known.params = bothOf(known, issue);
  }
  return [...fields.values()];
}

/** Lists every type, format or allowed value of the variants in one issue. */
function bothOf({ keyword, params }: Issue, { params: other }: Issue): Issue['params'] {
  if (keyword === 'enum') return { allowedValues: [...new Set([params.allowedValues, other.allowedValues].flat())] };
  if (keyword !== 'format' && keyword !== 'type') return params;
  return { [keyword]: [...new Set([...String(params[keyword]).split(' / '), String(other[keyword])])].join(' / ') };
}

/** The pointers of issues and of all that they are in: an error inside a failed composition says more than the composition's own. */
function placesAround(issues: Issue[]): Set<string> {
  const places = new Set<string>();
  for (const { pointer } of issues) {
    let place = pointer;
    while (!places.has(place)) {
      places.add(place);
      place = place.slice(0, Math.max(0, place.lastIndexOf('/')));
    }
  }
  return places;
}

function toIssue(error: ErrorObject): Issue {
  const params = error.params as Record<string, unknown>;
  const property = params.missingProperty ?? params.additionalProperty ?? params.unevaluatedProperty;
  const below = property === undefined ? '' : `/${String(property).replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const pointer = (error.instancePath + below).split('/').map(shorten).join('/');
  return {
    in: 'body',
    pointer,
    field: fieldOf(pointer),
    keyword: error.keyword,
    params,
    message: error.message ?? error.keyword,
  };
}

/** Callers may send names of any length, and an answer repeats them. */
function shorten(name: string): string {
  return name.length > longest ? `${name.slice(0, longest)}…` : name;
}

function fieldOf(pointer: string): string {
  return pointer
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}
