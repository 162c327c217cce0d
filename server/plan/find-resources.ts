import type { Texts } from '../answers/texts.ts';
import type { Versions } from '../dialect/versions/versions.ts';
import type { OpenApiDocument, Parameter, Schema } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';
import { addressOf, findDetails } from './find-details.ts';
import { findView } from './find-views.ts';
import { inferIdKey } from './id-key.ts';
import { type ByPlace, findGet, isCollection, isItem, mainOf, operationsAt } from './item-paths.ts';
import { isMembership } from './membership.ts';
import { withoutOtherKeys } from './other-keys.ts';
import { pairWithPlurals } from './pair-with-plurals.ts';
import { lastSegment, nameOf, parentPath, placeOf, verbOn } from './path-segments.ts';
import type { ParentLink, Resource } from './plan-types.ts';
import { type ShownRecord, shownRecords } from './shown-records.ts';
import { storeOf } from './store-of.ts';
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
  /** All schemas that show its records. */
  shown?: Schema[];
  /** The resource that its records are of, where these are read elsewhere. */
  home?: Home;
  /** Whether the path of an item only says whether it is there. */
  isMember?: boolean;
  /** Whether items are put there, by nothing but their path, and never read. */
  isJoined?: boolean;
  /** Whether POST on the collection may create. */
  isPosted: boolean;
  why: Texts[];
}

/** Where records are read one by one, and how they name those above another list of them. */
export interface Home {
  paths: ResourcePaths;
  links: ParentLink[];
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
  withoutOtherKeys(document, items, byPlace);
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
    const declared = parameterOf(byPlace, read);
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
    const isRead = [collection, read].some((path) => findGet(operationsAt(byPlace, path)) !== undefined);
    const isJoined = !isRead && operationsAt(byPlace, item).some(putsByPath);
    const detail = read === item ? undefined : read;
    const schemas = shown.flatMap(({ schema: each }) => (each ? [each] : []));
    const ends = { collection, item, detail, idParameter, listed, shown: schemas };
    const paths = { resource, ...ends, isPosted, isMember, isJoined, why };
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

function putsByPath({ method, requestBody }: Operation): boolean {
  return (method === 'put' || method === 'post') && requestBody === undefined;
}

function parameterOf(byPlace: ByPlace, item: string | undefined): Parameter | undefined {
  const name = item && lastSegment(addressOf(item))?.parameter;
  const all = operationsAt(byPlace, item).flatMap(({ parameters }) => parameters);
  return all.find((parameter) => parameter.in === 'path' && parameter.name === name);
}

/** Sorts the newest version of each list first, because its schema decides how records are stored. */
function newestFirst(places: Set<string>, versions: Versions | undefined): string[] {
  const isOlder = (place: string) => Number(versions !== undefined && versions.find(place) !== versions.newest);
  return [...places].sort((a, b) => isOlder(a) - isOlder(b));
}
