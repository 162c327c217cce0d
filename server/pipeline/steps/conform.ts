import type { Answer } from '../../answers/answer.ts';
import { mendExample } from '../../openapi/mend-example.ts';
import { isJson } from '../../plan/success-response.ts';
import type { Call } from '../../sandbox/behaviours/call.ts';

/**
 * Holds what was put together of a record against the schema that the document declares for the answer, and mends it where it
 * breaks that: one record may be shown by several operations, each with a schema of its own. Where there is a profile, its
 * author has said what records are like, and nothing is changed behind that.
 */
export function conform({ api, plan }: Call, answer: Answer): Answer {
  const { status, mediaType, body } = answer;
  if (body === undefined || !isJson(mediaType) || Object.keys(api.profile).length > 0) return answer;
  const schema =
    plan.operation.responses[String(status)]?.content?.[mediaType as string]?.schema ?? plan.success.schema;
  if (!schema || api.validator.response(schema, body).length === 0) return answer;
  const { key, item, within } = plan.list ?? {};
  const list = key ? (body as Record<string, unknown>)[key] : body;
  if (!item || within !== undefined || !Array.isArray(list) || list.length === 0)
    return { ...answer, body: mendExample(api.document, schema, body, 'response') };
  // One record that breaks its schema spoils no other of its list, and none is left out.
  const items = list.map((each) => mendExample(api.document, item, each, 'response'));
  if (!key) return { ...answer, body: items };
  const mended = mendExample(api.document, schema, { ...(body as object), [key]: items }, 'response');
  return { ...answer, body: { ...(mended as object), [key]: items } };
}
