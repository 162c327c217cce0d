import type { RequestBody } from '../../wire/built-request.ts';
import { bodyShape, sentType } from '../../wire/media-types.ts';
import { type BodyOptions, writeBody } from '../../wire/write-body.ts';

/** The parser's message if a text is not JSON; undefined if it is. */
export function findJsonFault(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Builds the body from the editor's content, a JSON object for forms; undefined if that is none, or if no file is chosen. */
export function buildBody(declaredType: string, text: string, options: BodyOptions<File>): RequestBody | undefined {
  const shape = bodyShape(declaredType);
  // What a person typed is sent as it is.
  if (shape === 'json' || shape === 'text') return { kind: 'text', mediaType: sentType(declaredType), text };
  if (shape !== 'file' && findJsonFault(text) !== undefined) return undefined;
  return writeBody(declaredType, shape === 'file' ? undefined : JSON.parse(text), options);
}
