import { exampleOfMediaType } from '../../openapi/examples.ts';
import type { Behaviour } from './call.ts';

/** Responds with the document's example, for operations without stored data. */
export const stateless: Behaviour = async ({ api, plan }) => {
  const { status, mediaType } = plan.success;
  const content = mediaType && plan.operation.responses[String(status)]?.content?.[mediaType];
  if (!mediaType || !content || status === 204) return { status };
  return { status, mediaType, body: exampleOfMediaType(api.document, content, 'response') };
};
