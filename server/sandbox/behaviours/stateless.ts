import { exampleOfMediaType } from '../../openapi/examples.ts';
import type { Behaviour } from './call.ts';

/** Answers with the document's example, where nothing is known that could be kept. */
export const stateless: Behaviour = async ({ api, plan }) => {
  const { status, mediaType } = plan.success;
  const content = mediaType && plan.operation.responses[String(status)]?.content?.[mediaType];
  if (!mediaType || !content || status === 204) return { status };
  return { status, mediaType, body: exampleOfMediaType(api.document, content, 'response') };
};
