import type { Versions } from '../../dialect/versions/versions.ts';
import type { OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import type { Operation } from '../../openapi/operations.ts';
import { shapeOf, typeOf } from '../../openapi/schema-shape.ts';
import type { Texts } from '../../openapi/texts.ts';
import { inferIdKey } from './id-key.ts';
import { lastSegment, nameOf, parentPath, placeOf } from './path-segments.ts';
import type { Resource } from './plan-types.ts';
import { findList, findRecordKey, isJson, successOf } from './success-response.ts';
import { isBareList, isItemOf, isOlderView, type SchemaSource, schemaSources, sharesStore } from './why-resource.ts';

/** Where a resource lives: its collection's path and its items' path; either may be missing from the document. */
export interface ResourcePaths {
  resource: Resource;
  collection: string;
  item?: string;
  idParameter?: string;
  why: Texts[];
}

type ByPath = Map<string, Operation[]>;

/** Finds the collections and items of a document, by the place (path without parameter names) of each collection. */
export function findResources(
  document: OpenApiDocument,
  operations: Operation[],
  { versions, within }: { versions?: Versions; within?: string } = {},
): Map<string, ResourcePaths> {
  const byPath: ByPath = Map.groupBy(operations, ({ path }) => path);
  const items = new Map(
    [...byPath.keys()]
      .filter((path) => isItem(document, path, byPath))
      .map((path) => [placeOf(parentPath(path)), path]),
  );
  const collections = new Map(
    [...byPath.keys()]
      .filter((path) => isCollection(document, path, byPath, within))
      .map((path) => [placeOf(path), path]),
  );
  const found = new Map<string, ResourcePaths>();
  const stores = new Map<string, Resource>();
  const newest = new Map<string, Resource>();

  for (const place of newestFirst(new Set([...collections.keys(), ...items.keys()]), versions)) {
    const item = items.get(place);
    const collection = collections.get(place) ?? parentPath(item as string);
    const idParameter = item && lastSegment(item)?.parameter;
    const { schema, from } = recordSchema(
      document,
      byPath.get(collection) ?? [],
      byPath.get(item ?? '') ?? [],
      nameOf(collection),
      within,
    );
    const inNewest = versions && placeOf(versions.translate(collection, versions.newest));
    const twin = inNewest === undefined ? undefined : newest.get(inNewest);
    const { resource, shared } = twin
      ? { resource: twin, shared: false }
      : storeOf(document, stores, collection, schema, { name: idParameter, schema: schemaOfParameter(byPath, item) });
    if (inNewest !== undefined) newest.set(inNewest, resource);
    resource.itemPath ??= item;
    const id = inferIdKey(document, schema, nameOf(collection), idParameter, schemaOfParameter(byPath, item));
    const why = [
      item ? isItemOf(item, collection) : isBareList(collection),
      schemaSources[from],
      id.why,
      ...(shared ? [sharesStore(resource.store)] : []),
      ...(twin ? [isOlderView(resource.store)] : []),
    ];
    found.set(place, { resource, collection, item, idParameter, why });
  }
  return found;
}

/** Where property and parameter are of one type, an id keeps the rules of both; else it is what the record says. */
function bothOf(
  document: OpenApiDocument,
  property: Schema | undefined,
  parameter: Schema | undefined,
): Schema | undefined {
  if (!property || !parameter) return property ?? parameter;
  return typeOf(document, property) === typeOf(document, parameter) ? { allOf: [property, parameter] } : property;
}

function schemaOfParameter(byPath: ByPath, item: string | undefined): Schema | undefined {
  const name = item && lastSegment(item)?.parameter;
  const all = (byPath.get(item ?? '') ?? []).flatMap(({ parameters }) => parameters);
  return all.find((parameter) => parameter.in === 'path' && parameter.name === name)?.schema;
}

/** Of the versions of one list, the newest says how its records are kept. */
function newestFirst(places: Set<string>, versions: Versions | undefined): string[] {
  const isOlder = (place: string) => Number(versions !== undefined && versions.find(place) !== versions.newest);
  return [...places].sort((a, b) => isOlder(a) - isOlder(b));
}

/** An item: the path ends in a parameter, and it is one object or can be written. */
function isItem(document: OpenApiDocument, path: string, byPath: ByPath): boolean {
  if (!lastSegment(path)?.parameter || parentPath(path) === '') return false;
  const own = byPath.get(path) ?? [];
  const get = own.find(({ method }) => method === 'get');
  if (!get) return own.some(({ method }) => ['put', 'patch', 'delete'].includes(method));
  const success = successOf(get);
  return (
    isJson(success.mediaType) &&
    !findList(document, success, nameOf(path)) &&
    shapeOf(document, success.schema).types.has('object')
  );
}

/** A collection: the path ends in a literal and gives a list. */
function isCollection(document: OpenApiDocument, path: string, byPath: ByPath, within: string | undefined): boolean {
  if (lastSegment(path)?.parameter) return false;
  const get = byPath.get(path)?.find(({ method }) => method === 'get');
  return get !== undefined && findList(document, successOf(get), nameOf(path), within) !== undefined;
}

function recordSchema(
  document: OpenApiDocument,
  collection: Operation[],
  item: Operation[],
  name: string,
  within: string | undefined,
): { schema?: Schema; from: SchemaSource } {
  const sources: [Operation | undefined, SchemaSource][] = [
    [item.find(({ method }) => method === 'get'), 'item'],
    [collection.find(({ method }) => method === 'get'), 'list'],
    [collection.find(({ method }) => method === 'post'), 'creation'],
    [item.find(({ method }) => ['put', 'patch'].includes(method)), 'update'],
  ];
  for (const [operation, from] of sources) {
    if (!operation) continue;
    const success = successOf(operation);
    if (!success.schema || !isJson(success.mediaType)) continue;
    if (from === 'list') {
      const list = findList(document, success, name, within);
      if (list?.item) return { schema: list.item, from };
      continue;
    }
    const key = findRecordKey(document, success, name);
    const schema = key ? shapeOf(document, success.schema).properties[key] : success.schema;
    if (shapeOf(document, schema).types.has('object')) return { schema, from };
  }
  const body = [...collection, ...item].find(({ requestBody }) => requestBody)?.requestBody;
  return { schema: Object.values(body?.content ?? {})[0]?.schema, from: 'request' };
}

/** Two collections of one name with one schema are one store (`/orders` and `/users/{id}/orders`); of other schemas, or known by another id, two. */
function storeOf(
  document: OpenApiDocument,
  stores: Map<string, Resource>,
  collection: string,
  schema: Schema | undefined,
  parameter: { name: string | undefined; schema: Schema | undefined },
): { resource: Resource; shared: boolean } {
  const name = nameOf(collection);
  const ref = shapeOf(document, schema).ref;
  const known = stores.get(name);
  const { key, type } = inferIdKey(document, schema, name, parameter.name, parameter.schema);
  const isOneId = known?.idKey === key || parameter.name === undefined || known?.itemPath === undefined;
  const property = key === undefined ? undefined : shapeOf(document, schema).properties[key];
  const id = { idKey: key, idType: type, idSchema: bothOf(document, property, parameter.schema) };
  if (known && isOneId && ref !== undefined && shapeOf(document, known.schema).ref === ref) {
    // The first path of an item says how its records are named.
    if (parameter.name !== undefined && known.itemPath === undefined) Object.assign(known, id);
    return { resource: known, shared: true };
  }
  const place = placeOf(collection).slice(1);
  const names = [name, place.replaceAll('/{}', ''), place, `/${place}`];
  const store = names.find((candidate) => !stores.has(candidate)) as string;
  const resource: Resource = { store, ...id, schema };
  stores.set(resource.store, resource);
  return { resource, shared: false };
}
