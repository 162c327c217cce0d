import type { ErrorObject } from 'ajv/dist/2020.js';
import type { Issue } from '../answers/issue.ts';

const composing = new Set(['oneOf', 'anyOf', 'allOf', 'if', 'then', 'else', '$ref', 'not']);

/** Turns Ajv's errors into one issue a field; branches of a oneOf or anyOf that was not meant are left out. */
export function toIssues(errors: ErrorObject[]): Issue[] {
  const issues = errors.map(toIssue);
  const fields = new Map<string, Issue>();
  for (const issue of issues) {
    if (composing.has(issue.keyword) && issues.some((other) => other !== issue && isMoreTelling(other, issue)))
      continue;
    const known = fields.get(issue.pointer);
    if (!known || composing.has(known.keyword)) fields.set(issue.pointer, issue);
    else if (known.keyword === issue.keyword) known.params = bothOf(known, issue);
  }
  return [...fields.values()];
}

/** A value that may have one of several types, formats or sets of values is told all of them. */
function bothOf({ keyword, params }: Issue, { params: other }: Issue): Issue['params'] {
  if (keyword === 'enum') return { allowedValues: [...new Set([params.allowedValues, other.allowedValues].flat())] };
  if (keyword !== 'format' && keyword !== 'type') return params;
  return { [keyword]: [...new Set([...String(params[keyword]).split(' / '), String(other[keyword])])].join(' / ') };
}

/** An error below a failed composition tells more than the composition itself. */
function isMoreTelling(other: Issue, composition: Issue): boolean {
  return (
    !composing.has(other.keyword) &&
    (other.pointer === composition.pointer || other.pointer.startsWith(`${composition.pointer}/`))
  );
}

function toIssue(error: ErrorObject): Issue {
  const params = error.params as Record<string, unknown>;
  const property = params.missingProperty ?? params.additionalProperty ?? params.unevaluatedProperty;
  const below = property === undefined ? '' : `/${String(property).replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const pointer = error.instancePath + below;
  return {
    in: 'body',
    pointer,
    field: fieldOf(pointer),
    keyword: error.keyword,
    params,
    message: error.message ?? error.keyword,
  };
}

function fieldOf(pointer: string): string {
  return pointer
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}
