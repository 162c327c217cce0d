import type { Issue } from '../../answers/issue.ts';

/** A query parameter that names a field which the records do not have, or which cannot be used there. */
export function unknownName(parameter: string, name: string): Issue {
  return {
    in: 'query',
    pointer: `/${parameter}`,
    field: parameter,
    keyword: 'unknownName',
    params: { name },
    message: 'names no field',
  };
}
