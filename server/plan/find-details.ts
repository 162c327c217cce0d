import type { OpenApiDocument } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { isStructured } from '../openapi/structured-types.ts';
import { findList } from './find-list.ts';
import { lastSegment, nameOf, parentPath, placeOf } from './path-segments.ts';
import { successOf } from './success-response.ts';

const details = /^(details?|detalhes?|info|full|complete)$/i;

/**
 * Where a record is read whose address itself has no operation: `GET /messages/{id}/details`, by the place of the collection. Undefined
 * for what is beside an item: that has more of it.
 */
export function findDetails(document: OpenApiDocument, byPlace: Map<string, Operation[]>): Map<string, string> {
  const found = new Map<string, string>();
  for (const own of byPlace.values()) {
    const get = own.find(({ method }) => method === 'get');
    const above = get && parentPath(get.path);
    if (!above || !lastSegment(above)?.parameter || byPlace.has(placeOf(above))) continue;
    const success = successOf(get);
    const isOne = isStructured(document, success) && !findList(document, success, nameOf(parentPath(above)));
    if (
      details.test(lastSegment(get.path)?.text ?? '') &&
      isOne &&
      shapeOf(document, success.schema).types.has('object')
    )
      found.set(placeOf(parentPath(above)), get.path);
  }
  return found;
}

/** The path that ends in the id of a record, of the one that reads it. */
export function addressOf(path: string): string {
  return lastSegment(path)?.parameter ? path : parentPath(path);
}
