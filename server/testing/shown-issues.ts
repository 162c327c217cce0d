import type { Issue } from '../answers/issue.ts';
import type { ApiDocument } from '../openapi/load-api.ts';
import { createValidator } from '../openapi/validator.ts';

/** Issues in short, sorted: `email format`. */
export function shown(issues: Issue[]): string[] {
  return issues.map(({ field, keyword }) => `${field} ${keyword}`).sort();
}

/** Validates bodies against schemas of a document; returns the issues in short. */
export function validatorOf(api: ApiDocument): (schema: string, value: unknown) => string[] {
  const validator = createValidator(api.document);
  return (schema, value) => shown(validator.request({ $ref: `#/components/schemas/${schema}` }, value));
}
