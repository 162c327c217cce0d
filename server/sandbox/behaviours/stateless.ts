import type { Behaviour } from './call.ts';
import { factsOfFile } from './file-fields.ts';
import { exampleOfContent } from './kept-types.ts';

/** Responds with the document's example, for operations without stored data. */
export const stateless: Behaviour = async ({ api, plan, files, body: sent, mediaType: wanted = '' }) => {
  const { status, content = {} } = plan.success;
  const mediaType = Object.hasOwn(content, wanted) ? wanted : plan.success.mediaType;
  const media = mediaType && content[mediaType];
  if (!media || status === 204) return { status };
  const body = exampleOfContent(api.document, mediaType, media);
  if (!files || typeof body !== 'object' || body === null || Array.isArray(body) || Buffer.isBuffer(body))
    return { status, mediaType, body };
  return { status, mediaType, body: { ...body, ...factsOfFile(api.document, media.schema, { files, body: sent }) } };
};
