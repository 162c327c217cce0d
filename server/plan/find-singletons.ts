import { isJson } from '../../wire/media-types.ts';
import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { isStructured } from '../openapi/structured-types.ts';
import { findList } from './find-list.ts';
import type { ResourcePaths } from './find-resources.ts';
import { lastSegment, nameOf, parentPath, placeOf } from './path-segments.ts';
import type { Resource } from './plan-types.ts';
import { findRecordPlace, schemaAt } from './record-place.ts';
import { bodyOf, sharesNames } from './sent-body.ts';
import { successOf } from './success-response.ts';

/** A single record, and whether PUT or PATCH writes it. */
export interface Singleton {
  resource: Resource;
  isWritten: boolean;
}

/**
 * The single records at fixed addresses, by place: a literal path that returns an object, and can be written by PUT, PATCH, or a POST
 * of what it shows; or one below an item, which is there as long as the item is.
 */
export function findSingletons(
  document: OpenApiDocument,
  operations: Operation[],
  { found, handled }: { found: Map<string, ResourcePaths>; handled: Set<string> },
): Map<string, Singleton> {
  const singletons = new Map<string, Singleton>();
  const lists = new Set([...found.values()].map(({ resource }) => resource.store));
  const stores = new Set(lists);
  for (const [place, own] of Map.groupBy(operations, ({ path }) => placeOf(path))) {
    const get = own.find(({ method }) => method === 'get');
    const schema = get && schemaOfOne(get);
    if (!get || !schema) continue;
    const isWritten = own.some(({ method }) => method === 'put' || method === 'patch');
    const post = own.find(({ method }) => method === 'post');
    const isPosted = post !== undefined && sharesNames(document, schema, bodyOf(post));
    if (found.has(place) ? !(isPosted && hasLists(document, schema)) : !isWritten && !isPosted && !isPartOfItem(get))
      continue;
    const name = nameOf(get.path);
    const names = [
      stores.has(name) ? `${name} (one)` : name,
      place.slice(1).replaceAll('/{}', ''),
      place,
      `${place} (one)`,
    ];
    const store = names.find((each) => !stores.has(each)) as string;
    stores.add(store);
    singletons.set(place, { resource: { store, idType: 'string', schema }, isWritten });
  }
  return singletons;

  function schemaOfOne(get: Operation): Schema | undefined {
    if (lastSegment(get.path)?.parameter) return undefined;
    const success = successOf(get);
    if (!isStructured(document, success) || findList(document, success, nameOf(get.path))) return undefined;
    const schema = schemaAt(document, success.schema, findRecordPlace(document, success, nameOf(get.path)));
    return shapeOf(document, schema).types.has('object') ? schema : undefined;
  }

  /** A document in another notation is a representation of the item, and a handler knows better. */
  function isPartOfItem(get: Operation): boolean {
    if (handled.has(get.id) || !isJson(successOf(get).mediaType)) return false;
    for (let above = parentPath(get.path); above !== ''; above = parentPath(above)) {
      if (lastSegment(above)?.parameter) {
        const item = found.get(placeOf(parentPath(above)))?.item;
        return item !== undefined && placeOf(item) === placeOf(above);
      }
      // A part of a part: `/teams/{id}/channel/folder`.
      if (!singletons.has(placeOf(above))) return false;
    }
    return false;
  }
}

/** Whether a record is made of lists, to which POST adds. */
function hasLists(document: OpenApiDocument, schema: Schema | undefined): boolean {
  const all = Object.values(shapeOf(document, schema).properties);
  return all.filter((each) => shapeOf(document, each).types.has('array')).length > 1;
}
