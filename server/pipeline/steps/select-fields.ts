import type { Answer } from '../../answers/answer.ts';
import { selectFields } from '../../dialect/fields/field-selection.ts';
import { recordFields } from '../../dialect/filters/record-fields.ts';
import { changeAt, placeOfList, schemaAt } from '../../plan/record-place.ts';
import type { Call } from '../../sandbox/behaviours/call.ts';

const reading = new Set(['list', 'read', 'read-singleton']);

/** Reduces the records of a response to the fields that the caller selected; wrappers are unchanged. */
export function selectAnswerFields({ api, plan, parameters }: Call, answer: Answer): Answer {
  const { role, list, success } = plan;
  const convention = api.profile.fields;
  if (!convention || !reading.has(role)) return answer;
  const place = list ? placeOfList(list) : success.recordAt;
  const shown = list ? list.item : schemaAt(api.document, success.schema, place);
  const query = Object.entries(parameters.query).map(([name, value]) => [name, String(value)] as const);
  const selection = convention.read(query, recordFields(api.document, shown));
  const { body } = answer;
  if (!selection || typeof body !== 'object' || body === null || Buffer.isBuffer(body)) return answer;
  const select = (value: unknown) =>
    Array.isArray(value) ? value.map((record) => selectFields(selection, record)) : selectFields(selection, value);
  return { ...answer, body: changeAt(body, place, select) };
}
