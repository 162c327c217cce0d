import type { Answer } from '../dialect/answer.ts';
import { mendExample } from '../openapi/mend-example.ts';
import type { Call } from '../sandbox/behaviours/call.ts';
import { isJson } from '../sandbox/plan/success-response.ts';

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
  return { ...answer, body: mendExample(api.document, schema, withSoundItems(), 'response') };

  /** One record that breaks its schema spoils no other of its list. */
  function withSoundItems(): unknown {
    const { key, item, within } = plan.list ?? {};
    if (!item || within !== undefined) return body;
    const list = key ? (body as Record<string, unknown>)[key] : body;
    if (!Array.isArray(list)) return body;
    const items = list.map((each) => mendExample(api.document, item, each, 'response'));
    return key ? { ...(body as Record<string, unknown>), [key]: items } : items;
  }
}
