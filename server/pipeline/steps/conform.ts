import { isJson } from '../../../wire/media-types.ts';
import type { Answer } from '../../answers/answer.ts';
import { findResponse } from '../../openapi/find-response.ts';
import { repairExample } from '../../openapi/repair-example.ts';
import { isStructured } from '../../openapi/structured-types.ts';
import type { Call } from '../../sandbox/behaviours/call.ts';
import { isMarkOfPage, withMarks } from '../../sandbox/marks-of-pages.ts';

/**
 * Repairs a response that does not match its declared schema: several operations may show one record, each with its own
 * schema. With a profile nothing is changed, since its author defines the records.
 */
export function conform({ api, plan }: Call, answer: Answer): Answer {
  const { status, mediaType, body } = answer;
  if (body === undefined || Buffer.isBuffer(body) || Object.keys(api.profile).length > 0) return answer;
  const schema =
    findResponse(plan.operation.responses, status)?.content?.[mediaType as string]?.schema ?? plan.success.schema;
  if (!isStructured(api.document, { mediaType, schema }) || (typeof body === 'string' && !isJson(mediaType)))
    return answer;
  if (!schema) return answer;
  // A client that followed the example of a mark would never come to an end.
  const issues = api.validator.response(schema, body);
  const marks = plan.list ? issues.filter((issue) => isMarkOfPage(issue, body)) : [];
  if (marks.length === issues.length) return answer;
  const repair = (value: unknown) =>
    withMarks(repairExample(api.document, schema, value, { direction: 'response' }), body, marks);
  const { key, item, within } = plan.list ?? {};
  const list = key ? (body as Record<string, unknown>)[key] : body;
  if (!item || within !== undefined || !Array.isArray(list) || list.length === 0)
    return { ...answer, body: repair(body) };
  // Each record is repaired alone, so that an invalid one neither affects the others nor is left out.
  const items = list.map((each) => repairExample(api.document, item, each, { direction: 'response' }));
  if (!key) return { ...answer, body: items };
  const repaired = repair({ ...(body as object), [key]: items });
  return { ...answer, body: { ...(repaired as object), [key]: items } };
}
