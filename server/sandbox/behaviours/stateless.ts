import type { RecordBody } from '../../dialect/record-body.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import { type Behaviour, bodyOf, type Call } from './call.ts';
import { factsOfFile } from './file-fields.ts';
import { exampleOfContent } from './kept-types.ts';

/** Responds with the document's example, for operations without stored data; what was sent by the same names stands in it. */
export const stateless: Behaviour = async (call) => {
  const { api, plan, files, body: sent, mediaType: wanted = '' } = call;
  const { status, content = {} } = plan.success;
  const mediaType = Object.hasOwn(content, wanted) ? wanted : plan.success.mediaType;
  const media = mediaType && content[mediaType];
  if (!media || status === 204) return { status };
  const body = exampleOfContent(api.document, mediaType, media);
  if (typeof body !== 'object' || body === null || Array.isArray(body) || Buffer.isBuffer(body))
    return { status, mediaType, body };
  const facts = files ? factsOfFile(api.document, media.schema, { files, body: sent }) : {};
  const shown = plan.role === 'stateless' ? echoed(call, body as RecordBody, media.schema, bodyOf(call)) : body;
  return { status, mediaType, body: { ...shown, ...facts } };
};

/** An example in which properties have the values that were sent, where each of them may. */
export function echoed(
  call: Call,
  example: RecordBody,
  schema: Parameters<typeof shapeOf>[1],
  sent: RecordBody,
): RecordBody {
  const { document, profile, validator } = call.api;
  if (!schema || call.plan.operation.method === 'get' || Object.keys(profile).length > 0) return example;
  const { properties } = shapeOf(document, schema);
  const known = Object.entries(sent).filter(([name, value]) => Object.hasOwn(properties, name) && value !== null);
  const fitting = known.filter(([name, value]) => validator.response(properties[name] ?? {}, value).length === 0);
  const shown = { ...example, ...Object.fromEntries(fitting) };
  return validator.response(schema, shown).length === 0 ? shown : example;
}
