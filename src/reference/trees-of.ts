import type { MediaTypeData, OperationData } from '../documents/operation-data.ts';
import type { Tree } from './plan-places.ts';
import { type Direction, placeOfMediaType, placeOfParameter } from './schema-parts.ts';

/** The trees on the page of an operation, with their HTML ids, the most important one first. */
export function treesOf({ parameters, requestBody, responses }: OperationData): Tree[] {
  const good = (status: string) => Number(!status.startsWith('2'));
  const ordered = Object.entries(responses).sort(([a], [b]) => good(a) - good(b));
  return [
    ...parameters.map((parameter): Tree => {
      return { schema: parameter.schema, id: placeOfParameter(parameter), direction: 'request' };
    }),
    ...(requestBody ? treesOfContent(requestBody.content, 'body', 'request') : []),
    ...ordered.flatMap(([status, { content }]) => treesOfContent(content, `response-${status}`, 'response')),
  ];
}

function treesOfContent(content: Record<string, MediaTypeData>, id: string, direction: Direction): Tree[] {
  return Object.values(content).flatMap(({ schema }, index) =>
    schema ? [{ schema, id: placeOfMediaType(id, index), direction }] : [],
  );
}
