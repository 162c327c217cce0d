import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';
import { findList } from './find-list.ts';
import { nameOf, verbOn } from './path-segments.ts';
import { isSame } from './record-place.ts';
import { successOf } from './success-response.ts';

/** Verbs by which POST only reads. */
const reading = /^_?(search|query|find|filter|list|lookup|fetch|get|batch_?get|advanced_?search)(by|_|$)/i;

/** Whether an operation lists the records of the path above it (`/things/search`, `/things:batchGet`), which have this schema. */
export function isView(document: OpenApiDocument, operation: Operation, schema: Schema | undefined): boolean {
  const { method, path } = operation;
  const verb = verbOn(path);
  if (!verb || !(method === 'get' || method === 'query' || (method === 'post' && reading.test(verb.verb))))
    return false;
  return isSame(document, findList(document, successOf(operation), nameOf(verb.path))?.item, schema);
}
