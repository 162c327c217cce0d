import type { Texts } from '../answers/texts.ts';
import type { Versions } from '../dialect/versions/versions.ts';
import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';
import { shapeOf, typeOf } from '../openapi/schema-shape.ts';
import { type IdKey, type IdParameter, inferIdKey } from './id-key.ts';
import { lastSegment, nameOf, parentPath, placeOf } from './path-segments.ts';
import type { Resource } from './plan-types.ts';
import { type ShownRecord, shownRecords } from './shown-records.ts';
import { findList, isJson, successOf } from './success-response.ts';
import { isBareList, isItemOf, isOlderView, schemaSources, sharesStore } from './why-resource.ts';

/** Where a resource lives: its collection's path and its items' path; either may be missing from the document. */
export interface ResourcePaths {
  resource: Resource;
  collection: string;
  item?: string;
  idParameter?: string;
  why: Texts[];
}

/** Operations by the place of their path: `/a/{x}` and `/a/{y}/` are one. */
type ByPlace = Map<string, Operation[]>;

/** Finds the collections and items of a document, by the place (path without parameter names) of each collection. */
export function findResources(
  document: OpenApiDocument,
  operations: Operation[],
  { versions, within }: { versions?: Versions; within?: string } = {},
): Map<string, ResourcePaths> {
  const byPlace: ByPlace = Map.groupBy(operations, ({ path }) => placeOf(path));
  const paths = [...byPlace.values()].map((own) => (findGet(own) ?? (own[0] as Operation)).path);
  const items = new Map(
    paths.filter((path) => isItem(document, path, byPlace)).map((path) => [placeOf(parentPath(path)), path]),
  );
  const collections = new Map(
    paths.filter((path) => isCollection(document, path, byPlace, within)).map((path) => [placeOf(path), path]),
  );
  const found = new Map<string, ResourcePaths>();
  const stores = new Map<string, Resource>();
  const newest = new Map<string, Resource>();

  for (const place of newestFirst(new Set([...collections.keys(), ...items.keys()]), versions)) {
    const item = items.get(place);
    const collection = collections.get(place) ?? parentPath(item as string);
    const idParameter = item && lastSegment(item)?.parameter;
    const shown = shownRecords(document, nameOf(collection), {
      collection: operationsAt(byPlace, collection),
      item: operationsAt(byPlace, item),
      within,
    });
    const { schema, from } = shown[0] as ShownRecord;
    const parameter = { name: idParameter, schema: schemaOfParameter(byPlace, item) };
    const id = inferIdKey(document, shown, nameOf(collection), parameter);
    const inNewest = versions && placeOf(versions.translate(collection, versions.newest));
    const twin = inNewest === undefined ? undefined : newest.get(inNewest);
    const { resource, shared } = twin
      ? { resource: twin, shared: false }
      : storeOf(document, stores, collection, schema, { ...id, parameter });
    if (inNewest !== undefined) newest.set(inNewest, resource);
    resource.itemPath ??= item;
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

function operationsAt(byPlace: ByPlace, path: string | undefined): Operation[] {
  return (path && byPlace.get(placeOf(path))) || [];
}

function findGet(operations: Operation[]): Operation | undefined {
  return operations.find(({ method }) => method === 'get');
}

function schemaOfParameter(byPlace: ByPlace, item: string | undefined): Schema | undefined {
  const name = item && lastSegment(item)?.parameter;
  const all = operationsAt(byPlace, item).flatMap(({ parameters }) => parameters);
  return all.find((parameter) => parameter.in === 'path' && parameter.name === name)?.schema;
}

/** Of the versions of one list, the newest says how its records are kept. */
function newestFirst(places: Set<string>, versions: Versions | undefined): string[] {
  const isOlder = (place: string) => Number(versions !== undefined && versions.find(place) !== versions.newest);
  return [...places].sort((a, b) => isOlder(a) - isOlder(b));
}

/** An item: the path ends in a parameter, and it is one object or can be written. */
function isItem(document: OpenApiDocument, path: string, byPlace: ByPlace): boolean {
  if (!lastSegment(path)?.parameter || parentPath(path) === '') return false;
  const own = operationsAt(byPlace, path);
  const get = findGet(own);
  if (!get) return own.some(({ method }) => ['put', 'patch', 'delete'].includes(method));
  const success = successOf(get);
  return (
    isJson(success.mediaType) &&
    !findList(document, success, nameOf(path)) &&
    shapeOf(document, success.schema).types.has('object')
  );
}

/** A collection: the path ends in a literal and gives a list. */
function isCollection(document: OpenApiDocument, path: string, byPlace: ByPlace, within: string | undefined): boolean {
  if (lastSegment(path)?.parameter) return false;
  const get = findGet(operationsAt(byPlace, path));
  return get !== undefined && findList(document, successOf(get), nameOf(path), within) !== undefined;
}

/** Two collections of one name with one schema are one store (`/orders` and `/users/{id}/orders`); of other schemas, or known by another id, two. */
function storeOf(
  document: OpenApiDocument,
  stores: Map<string, Resource>,
  collection: string,
  schema: Schema | undefined,
  { key, type, parameter }: Pick<IdKey, 'key' | 'type'> & { parameter: IdParameter },
): { resource: Resource; shared: boolean } {
  const name = nameOf(collection);
  const ref = shapeOf(document, schema).ref;
  const known = stores.get(name);
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
