import type { OpenApiDocument } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { findList } from './find-list.ts';
import type { ResourcePaths } from './find-resources.ts';
import { inferIdKey } from './id-key.ts';
import { plain } from './names.ts';
import { lastSegment, nameOf, placeOf } from './path-segments.ts';
import { indexBySchema, keyOfSchema } from './schema-index.ts';
import { successOf } from './success-response.ts';
import { isListByParameter, schemaSources } from './why-resource.ts';

/**
 * Lists at paths that end in a parameter, which is no id: `/standings/{season}`. Each value has a list of its own. Where records of that
 * schema have a store, and a property that the parameter names, the path shows a part of that store (`planElsewhere`).
 */
export function findListsByParameter(
  document: OpenApiDocument,
  operations: Operation[],
  found: Map<string, ResourcePaths>,
): Map<string, ResourcePaths> {
  const lists = new Map<string, ResourcePaths>();
  const items = new Set([...found.values()].flatMap(({ item }) => (item === undefined ? [] : [placeOf(item)])));
  const bySchema = indexBySchema(document, found.values());
  const posted = new Set(operations.flatMap(({ method, path }) => (method === 'post' ? [placeOf(path)] : [])));
  const stores = new Set([...found.values()].map(({ resource }) => resource.store));
  for (const operation of operations) {
    const { method, path } = operation;
    const place = placeOf(path);
    if (method !== 'get' || !lastSegment(path)?.parameter || items.has(place) || found.has(place)) continue;
    const item = findList(document, successOf(operation), nameOf(path))?.item;
    const { types, properties } = shapeOf(document, item);
    if (!types.has('object')) continue;
    const key = keyOfSchema(document, item);
    const parameter = plain(lastSegment(path)?.parameter ?? '');
    const names = Object.keys(properties).map(plain);
    if (key !== undefined && bySchema.has(key) && names.includes(parameter)) continue;
    const id = inferIdKey(document, [{ schema: item }], nameOf(path), {});
    const short = place.slice(1).replaceAll('/{}', '');
    const store = stores.has(short) ? place : short;
    stores.add(store);
    lists.set(place, {
      resource: { store, idKey: id.key, idType: id.type, idSchema: id.property, schema: item },
      collection: path,
      listed: item,
      isPosted: posted.has(place),
      why: [isListByParameter(path), schemaSources.list, id.why],
    });
  }
  return lists;
}
