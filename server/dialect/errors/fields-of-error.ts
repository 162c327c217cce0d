import type { OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import type { Subject } from './error-meanings.ts';
import { describeIssue } from './field-messages.ts';

/** What is wrong with each field of a request, in the language of the error. */
export function fieldsOf({ refusal, facts }: Subject): Required<NonNullable<Subject['field']>>[] {
  return refusal.issues.map((issue) => {
    const { code, text } = describeIssue(issue);
    return { issue, code, text: text[facts.language] };
  });
}

/** The same by the names of fields: one text each, or a list of them, as the schema has it. */
export function textsByField(document: OpenApiDocument, schema: Schema, subject: Subject): Record<string, unknown> {
  const { types } = shapeOf(document, schema);
  const byField = Map.groupBy(fieldsOf(subject), ({ issue }) => issue.field);
  const entries = [...byField].flatMap(([field, own]): [string, unknown][] => {
    const texts = own.map(({ text }) => text);
    if (types.has('array')) return [[field, texts]];
    return types.has('string') ? [[field, texts.join(' ')]] : [];
  });
  return Object.fromEntries(entries);
}
