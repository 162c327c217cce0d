import type { Issue } from '../answers/issue.ts';
import type { ApiDocument } from '../openapi/load-api.ts';
import { createValidator } from '../openapi/validator.ts';

/** Issues in short, in order: `email format`. */
export function shown(issues: Issue[]): string[] {
  return issues.map(({ field, keyword }) => `${field} ${keyword}`).sort();
}

/** Tells in short what a body breaks of a schema that the document names. */
export function validatorOf(api: ApiDocument): (schema: string, value: unknown) => string[] {
  const validator = createValidator(api.document);
  return (schema, value) => shown(validator.request({ $ref: `#/components/schemas/${schema}` }, value));
}
