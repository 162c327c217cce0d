import { type Issue, queryIssue } from '../../answers/issue.ts';

/** An issue with a query parameter that names an unknown or unusable field. */
export function unknownName(parameter: string, name: string): Issue {
  return queryIssue(parameter, 'unknownName', { name }, 'names no field');
}
