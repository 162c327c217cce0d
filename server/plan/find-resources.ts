import type { Texts } from '../answers/texts.ts';
import type { Versions } from '../dialect/versions/versions.ts';
import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';
import { shapeOf, typeOf } from '../openapi/schema-shape.ts';
import { addressOf, findDetails } from './find-details.ts';
import { findView } from './find-views.ts';
import { type IdKey, type IdParameter, inferIdKey } from './id-key.ts';
import { type ByPlace, findGet, isCollection, isItem, mainOf, operationsAt } from './item-paths.ts';
import { extendsSchema } from './kin.ts';
import { isMembership } from './membership.ts';
import { pairWithPlurals } from './pair-with-plurals.ts';
import { lastSegment, nameOf, parentPath, placeOf, verbOn } from './path-segments.ts';
import type { Resource } from './plan-types.ts';
import { type ShownRecord, shownRecords } from './shown-records.ts';
import { isBareList, isItemOf, isOlderView, schemaSources, sharesStore } from './why-resource.ts';

/** A resource's collection path and item path; the document may lack one of them. */
export interface ResourcePaths {
  resource: Resource;
  collection: string;
  item?: string;
  /** Where a record is read, if not at the path of an item (`find-details.ts`). */
  detail?: string;
  idParameter?: string;
  /** The schema of the records in its list. */
  listed?: Schema;
  /** Whether the path of an item only says whether it is there. */
  isMember?: boolean;
  /** Whether items are put there, by nothing but their path, and never read. */
  isJoined?: boolean;
  /** Whether POST on the collection may create. */
  isPosted: boolean;
  why: Texts[];
}

/** Finds a document's collections and items, keyed by the collection's place (path without parameter names). */
export function findResources(
  document: OpenApiDocument,
  operations: Operation[],
  { versions, within }: { versions?: Versions; within?: string } = {},
): Map<string, ResourcePaths> {
  const byPlace: ByPlace = Map.groupBy(operations, ({ path }) => placeOf(path));
  const paths = [...byPlace.values()].map((own) => mainOf(document, own).path);
  const items = new Map(
    paths.filter((path) => isItem(document, path, byPlace)).map((path) => [placeOf(parentPath(path)), path]),
  );
  pairWithPlurals(items, byPlace);
  const details = findDetails(document, byPlace);
  const collections = new Map(
    paths.filter((path) => isCollection(document, path, byPlace, within)).map((path) => [placeOf(path), path]),
  );
  for (const [place, path] of collections) if (!items.has(place) && isViewAt(path)) collections.delete(place);
  const found = new Map<string, ResourcePaths>();
  const stores = new Map<string, Resource>();
  const newest = new Map<string, Resource>();

  for (const place of newestFirst(new Set([...collections.keys(), ...items.keys()]), versions)) {
    const item = items.get(place);
    const collection = collections.get(place) ?? byPlace.get(place)?.[0]?.path ?? parentPath(item as string);
    const read = item ?? details.get(place);
    const idParameter = read && lastSegment(addressOf(read))?.parameter;
    const shown = shownAt(collection, read);
    const { schema, from } = shown[0] as ShownRecord;
    const parameter = { name: idParameter, schema: schemaOfParameter(byPlace, read) };
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
    const listed = shown.find((each) => each.from === 'list')?.schema;
    const isPosted = operationsAt(byPlace, collection).some(({ method }) => method === 'post');
    const isMember = isMembership(operationsAt(byPlace, item));
    const isRead = [collection, read].some((path) => findGet(operationsAt(byPlace, path)) !== undefined);
    const isJoined = !isRead && operationsAt(byPlace, item).some(putsByPath);
    const detail = read === item ? undefined : read;
    const paths = { resource, collection, item, detail, idParameter, listed, isPosted, isMember, isJoined, why };
    found.set(place, paths);
    // Below `/thing/{id}`, too, its parent is found by its path.
    if (item !== undefined && placeOf(parentPath(item)) !== place) found.set(placeOf(parentPath(item)), paths);
  }
  return found;

  function shownAt(collection: string, item: string | undefined): ShownRecord[] {
    const own = { collection: operationsAt(byPlace, collection), item: operationsAt(byPlace, item), within };
    return shownRecords(document, nameOf(collection), own);
  }

  /** Whether the list at a path is one of the records of the path above it. */
  function isViewAt(path: string): boolean {
    const above = verbOn(path)?.path;
    const get = findGet(operationsAt(byPlace, path));
    if (above === undefined || !get || !(collections.has(placeOf(above)) || items.has(placeOf(above)))) return false;
    return shownAt(above, items.get(placeOf(above))).some(({ schema }) => findView(document, get, schema));
  }
}

/** An id follows the rules of both property and parameter if they have the same type; else only the property's. */
function bothOf(
  document: OpenApiDocument,
  property: Schema | undefined,
  parameter: Schema | undefined,
): Schema | undefined {
  if (!property || !parameter) return property ?? parameter;
  return typeOf(document, property) === typeOf(document, parameter) ? { allOf: [property, parameter] } : property;
}

function putsByPath({ method, requestBody }: Operation): boolean {
  return (method === 'put' || method === 'post') && requestBody === undefined;
}

function schemaOfParameter(byPlace: ByPlace, item: string | undefined): Schema | undefined {
  const name = item && lastSegment(addressOf(item))?.parameter;
  const all = operationsAt(byPlace, item).flatMap(({ parameters }) => parameters);
  return all.find((parameter) => parameter.in === 'path' && parameter.name === name)?.schema;
}

/** Sorts the newest version of each list first, because its schema decides how records are stored. */
function newestFirst(places: Set<string>, versions: Versions | undefined): string[] {
  const isOlder = (place: string) => Number(versions !== undefined && versions.find(place) !== versions.newest);
  return [...places].sort((a, b) => isOlder(a) - isOlder(b));
}

/** Collections with the same name, schema and id share a store (`/orders` and `/users/{id}/orders`); otherwise each gets its own. */
function storeOf(
  document: OpenApiDocument,
  stores: Map<string, Resource>,
  collection: string,
  schema: Schema | undefined,
  { key, property, type, parameter }: Pick<IdKey, 'key' | 'property' | 'type'> & { parameter: IdParameter },
): { resource: Resource; shared: boolean } {
  const name = nameOf(collection);
  const ref = shapeOf(document, schema).ref;
  const known = stores.get(name);
  const isOneId = known?.idKey === key || parameter.name === undefined || known?.itemPath === undefined;
  const id = { idKey: key, idType: type, idSchema: bothOf(document, property, parameter.schema) };
  const isEqual = ref !== undefined && shapeOf(document, known?.schema).ref === ref;
  const isLess = !isEqual && extendsSchema(document, schema, known?.schema);
  if (known && isOneId && (isEqual || isLess || extendsSchema(document, known.schema, schema))) {
    // A record is stored as it is shown in full.
    if (isLess) known.schema = schema;
    // The first item path determines how records are identified.
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
