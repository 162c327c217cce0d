import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';
import { findList } from './find-list.ts';
import { nameOf, verbOn } from './path-segments.ts';
import type { ListShape } from './plan-types.ts';
import { isSame } from './record-place.ts';
import { successOf } from './success-response.ts';

/** Verbs by which POST only reads. */
const reading = /^_?(search(es)?|query|find|filter|list|lookup|fetch|get|batch_?get|advanced_?search)(by|_|$)/i;

/** Whether a verb only reads. */
export function reads(verb: string): boolean {
  return reading.test(verb);
}

/** The list of the records of the path above an operation (`/things/search`, `/things:batchGet`), which have this schema; undefined if it gives none. */
export function findView(
  document: OpenApiDocument,
  operation: Operation,
  schema: Schema | undefined,
): ListShape | undefined {
  const { method, path } = operation;
  const verb = verbOn(path);
  if (!verb || !(method === 'get' || method === 'query' || (method === 'post' && reads(verb.verb)))) return undefined;
  const list = findList(document, successOf(operation), nameOf(verb.path));
  return isSame(document, list?.item, schema) ? list : undefined;
}
