import { exampleOfMediaType } from '../../openapi/examples.ts';
import type { Behaviour } from './call.ts';

/** Responds with the document's example, for operations without stored data. */
export const stateless: Behaviour = async ({ api, plan, mediaType: wanted = '' }) => {
  const { status, content = {} } = plan.success;
  const mediaType = Object.hasOwn(content, wanted) ? wanted : plan.success.mediaType;
  const media = mediaType && content[mediaType];
  if (!media || status === 204) return { status };
  return { status, mediaType, body: exampleOfMediaType(api.document, media, 'response') };
};
