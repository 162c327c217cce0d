import type { MediaTypeData, OperationData } from '../documents/operation-data.ts';
import { placeOfMediaType, placeOfParameter, placeOfStreamItem } from './part-places.ts';
import type { Tree } from './plan-places.ts';
import type { Direction } from './schema-parts.ts';

/** The trees on the page of an operation, with their HTML ids, the most important one first. */
export function treesOf({ parameters, requestBody, responses, hook }: OperationData): Tree[] {
  // What a webhook sends is what answers are elsewhere.
  const [sent, answered]: [Direction, Direction] = hook ? ['response', 'request'] : ['request', 'response'];
  const good = (status: string) => Number(!status.startsWith('2'));
  const ordered = Object.entries(responses).sort(([a], [b]) => good(a) - good(b));
  return [
    ...parameters.map((parameter): Tree => {
      return { schema: parameter.schema, id: placeOfParameter(parameter), direction: 'request' };
    }),
    ...(requestBody ? treesOfContent(requestBody.content, 'body', sent) : []),
    ...ordered.flatMap(([status, { content }]) => treesOfContent(content, `response-${status}`, answered)),
  ];
}

function treesOfContent(content: Record<string, MediaTypeData>, id: string, direction: Direction): Tree[] {
  return Object.values(content).flatMap((media, index) => {
    const place = placeOfMediaType(id, index);
    return [
      ...(media.schema ? [{ schema: media.schema, id: place, direction }] : []),
      ...(media.itemSchema ? [{ schema: media.itemSchema, id: placeOfStreamItem(place, media), direction }] : []),
    ];
  });
}
