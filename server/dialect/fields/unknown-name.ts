import type { Issue } from '../../answers/issue.ts';

/** An issue with a query parameter that names an unknown or unusable field. */
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
