import type { Answer } from '../../answers/answer.ts';
import { selectFields } from '../../dialect/fields/field-selection.ts';
import { recordFields } from '../../dialect/filters/record-fields.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import type { Call } from '../../sandbox/behaviours/call.ts';

const reading = new Set(['list', 'read', 'read-singleton']);

/** Reduces the records of a response to the fields that the caller selected; wrappers are unchanged. */
export function selectAnswerFields({ api, plan, parameters }: Call, answer: Answer): Answer {
  const { role, list, success } = plan;
  const convention = api.profile.fields;
  if (!convention || !reading.has(role)) return answer;
  const key = list ? list.key : success.recordKey;
  const shown = list ? list.item : key ? shapeOf(api.document, success.schema).properties[key] : success.schema;
  const query = Object.entries(parameters.query).map(([name, value]) => [name, String(value)] as const);
  const selection = convention.read(query, recordFields(api.document, shown));
  const { body } = answer;
  if (!selection || typeof body !== 'object' || body === null || Buffer.isBuffer(body)) return answer;
  const select = (value: unknown) =>
    Array.isArray(value) ? value.map((record) => selectFields(selection, record)) : selectFields(selection, value);
  return { ...answer, body: key ? { ...body, [key]: select((body as Record<string, unknown>)[key]) } : select(body) };
}
