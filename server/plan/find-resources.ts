import type { Texts } from '../answers/texts.ts';
import type { Versions } from '../dialect/versions/versions.ts';
import type { OpenApiDocument, Parameter, Schema } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { isStructured } from '../openapi/structured-types.ts';
import { findList } from './find-list.ts';
import { findView } from './find-views.ts';
import { inferIdKey } from './id-key.ts';
import { plain } from './names.ts';
import { withoutOtherKeys } from './other-keys.ts';
import { pairWithPlurals } from './pair-with-plurals.ts';
import { lastSegment, nameOf, parentPath, placeOf, verbOn } from './path-segments.ts';
import type { ParentLink, Resource } from './plan-types.ts';
import { isSame } from './record-place.ts';
import { type ShownRecord, shownRecords } from './shown-records.ts';
import { storeOf } from './store-of.ts';
import { successOf } from './success-response.ts';
import { isBareList, isItemOf, isOlderView, schemaSources, sharesStore } from './why-resource.ts';

/** A resource's collection path and item path; the document may lack one of them. */
export interface ResourcePaths {
  resource: Resource;
  collection: string;
  item?: string;
  idParameter?: string;
  /** The schema of the records in its list. */
  listed?: Schema;
  /** All schemas that show its records. */
  shown?: Schema[];
  /** The resource that its records are of, where these are read elsewhere. */
  home?: Home;
  /** Whether the path of an item only says whether it is there. */
  isMember?: boolean;
  /** Whether POST on the collection may create. */
  isPosted: boolean;
  why: Texts[];
}

/** Where records are read one by one, and how they name those above another list of them. */
export interface Home {
  paths: ResourcePaths;
  links: ParentLink[];
}

/** Operations by the place of their path: `/a/{x}` and `/a/{y}/` are the same. */
type ByPlace = Map<string, Operation[]>;

/** Finds a document's collections and items, keyed by the collection's place (path without parameter names). */
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
  withoutOtherKeys(document, items, byPlace);
  pairWithPlurals(items, byPlace);
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
    const idParameter = item && lastSegment(item)?.parameter;
    const shown = shownAt(collection, item);
    const { schema, from } = shown[0] as ShownRecord;
    const declared = parameterOf(byPlace, item);
    const parameter = { name: idParameter, description: declared?.description, schema: declared?.schema };
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
    const schemas = shown.flatMap(({ schema: each }) => (each ? [each] : []));
    const paths = { resource, collection, item, idParameter, listed, shown: schemas, isPosted, isMember, why };
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

function operationsAt(byPlace: ByPlace, path: string | undefined): Operation[] {
  return (path && byPlace.get(placeOf(path))) || [];
}

function findGet(operations: Operation[]): Operation | undefined {
  return operations.find(({ method }) => method === 'get');
}

function parameterOf(byPlace: ByPlace, item: string | undefined): Parameter | undefined {
  const name = item && lastSegment(item)?.parameter;
  const all = operationsAt(byPlace, item).flatMap(({ parameters }) => parameters);
  return all.find((parameter) => parameter.in === 'path' && parameter.name === name);
}

/** Sorts the newest version of each list first, because its schema decides how records are stored. */
function newestFirst(places: Set<string>, versions: Versions | undefined): string[] {
  const isOlder = (place: string) => Number(versions !== undefined && versions.find(place) !== versions.newest);
  return [...places].sort((a, b) => isOlder(a) - isOlder(b));
}

/** An item: the path ends in a parameter, and returns an object or can be written. */
function isItem(document: OpenApiDocument, path: string, byPlace: ByPlace): boolean {
  if (!lastSegment(path)?.parameter || parentPath(path) === '') return false;
  const own = operationsAt(byPlace, path);
  const get = findGet(own);
  if (!get) return own.some(({ method }) => ['put', 'patch', 'delete'].includes(method));
  const success = successOf(get);
  if (isMembership(own)) return true;
  if (!isStructured(document, success)) return false;
  const list = findList(document, success, nameOf(path));
  const { types, properties } = shapeOf(document, success.schema);
  const parameter = plain(lastSegment(path)?.parameter ?? '');
  const hasId = Object.keys(properties).some((name) => /id$/i.test(name) && parameter.endsWith(plain(name)));
  if (!list || hasId) return types.has('object');
  // Some APIs show a record as a list of one; by another parameter than an id, it is a list of several.
  const isWritten = own.some(({ method }) => ['put', 'patch', 'delete'].includes(method));
  if (!isWritten && !/(id|key|code|number|numero|codigo|slug)$/.test(parameter)) return false;
  const all = findGet(operationsAt(byPlace, parentPath(path)));
  return all !== undefined && isSame(document, list.item, findList(document, successOf(all), nameOf(path))?.item);
}

/** Whether GET only says by its status whether there is something, which PUT or POST puts there: `/starred/{repo}`. */
function isMembership(own: Operation[]): boolean {
  const get = findGet(own);
  const { status, mediaType } = get ? successOf(get) : {};
  return (
    get !== undefined &&
    status === 204 &&
    mediaType === undefined &&
    own.some(({ method }) => /^(put|post)$/.test(method))
  );
}

/** A collection: the path ends in a literal and returns a list. */
function isCollection(document: OpenApiDocument, path: string, byPlace: ByPlace, within: string | undefined): boolean {
  if (lastSegment(path)?.parameter) return false;
  const get = findGet(operationsAt(byPlace, path));
  return get !== undefined && findList(document, successOf(get), nameOf(path), within) !== undefined;
}
