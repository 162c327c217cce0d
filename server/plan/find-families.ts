import type { OpenApiDocument } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';
import { findSaidList } from './find-list.ts';
import { findIdParameter, findNamedId } from './find-named-id.ts';
import { addPosted } from './find-posted.ts';
import { addTokened } from './find-tokened.ts';
import { type IdKey, inferIdKey } from './id-key.ts';
import { singularOf } from './names.ts';
import { nameOf, placeOf } from './path-segments.ts';
import type { ParentStep, RecordToken, Resource } from './plan-types.ts';
import { findRecordPlace } from './record-place.ts';
import { pathsOfCall, type RpcCall, type RpcVerb, readCall } from './rpc-calls.ts';
import { shownRecords } from './shown-records.ts';
import { successOf } from './success-response.ts';
import { wraps } from './wrappers.ts';

/** Operations that say by a word in their path what they do to one kind of records: `/users.create`, `/users/list`. */
export interface Family {
  path: string;
  /** The last word of its path, then what else its records are called. */
  names: [string, ...string[]];
  resource: Resource;
  members: Map<Operation, RpcVerb>;
  /** The record of another family that its records are below, by a parameter or property of the same name everywhere. */
  parent?: ParentStep;
  /** The secret by which callers name its records, and what such begin with. */
  token?: RecordToken;
}

type Called = RpcCall & { operation: Operation };

/** Finds the families of a document: at least two verbs, one of which creates or lists, at a path that has no operations of its own. */
export function findFamilies(document: OpenApiDocument, operations: Operation[]): Family[] {
  const places = new Set(operations.map(({ path }) => placeOf(path)));
  const called = operations.flatMap((operation) => {
    const read = readCall(document, operation);
    return read && !places.has(placeOf(read.path)) ? [{ operation, ...read }] : [];
  });
  const families: Family[] = [];
  const stores = new Set<string>();
  for (const [path, own] of Map.groupBy(called, (each) => each.path)) {
    const whole = nameOf(path);
    const names = namesOf(document, path, own);
    if (!isFamily(document, names, own)) continue;
    const store = stores.has(whole) ? path.slice(1) : whole;
    stores.add(store);
    const { key, property, type, schema } = idOf(document, names, own);
    const resource: Resource = { store, idKey: key, idType: type, schema, idSchema: property };
    families.push({ path, names, resource, members: new Map(own.map(({ operation, verb }) => [operation, verb])) });
  }
  addPosted(document, operations, families);
  addTokened(document, operations, families);
  addActions(document, operations, families);
  return families;
}

/** Whether calls create and show records, or only show them: `/users.list` and `/users.info` of one that it names. */
function isFamily(document: OpenApiDocument, names: Family['names'], own: Called[]): boolean {
  const find = (wanted: RpcVerb) => own.find(({ verb }) => verb === wanted)?.operation;
  const [list, read] = [find('list'), find('read')];
  if (find('create')) return list !== undefined || read !== undefined;
  if (!list || !read || !findSaidList(document, successOf(list), names[0])) return false;
  return findIdParameter(document, read, names) !== undefined;
}

/** The name of a family, what its lists and answers call its records, and the end of its path: `link_token` of `/link/token`. */
function namesOf(document: OpenApiDocument, path: string, own: Called[]): Family['names'] {
  const words = path.split(/[./]/).filter(Boolean);
  const name = nameOf(path).split('.').at(-1) ?? '';
  const others = own.flatMap(({ operation, verb }) => {
    const success = successOf(operation);
    if (verb === 'list') return findSaidList(document, success, name)?.key ?? [];
    return findRecordPlace(document, success, name)?.filter((step) => step !== '0') ?? [];
  });
  const shown = others.filter((each) => !wraps(each) && singularOf(each) !== singularOf(name));
  return [name, ...new Set([...shown, words.slice(-2).join('_')])];
}

/** Other calls that name a record of a family: `channels.archive`, `StopRecommender`. */
function addActions(document: OpenApiDocument, operations: Operation[], families: Family[]): void {
  const byPath = new Map(families.map((family) => [family.path, family]));
  const called = new Set(families.flatMap(({ members }) => [...members.keys()]));
  for (const operation of operations) {
    if (called.has(operation) || operation.method === 'get') continue;
    const family = pathsOfCall(operation.path).flatMap((path) => byPath.get(path) ?? [])[0];
    if (family && findNamedId(document, operation, family.names, family.resource.idKey))
      family.members.set(operation, 'act');
  }
}

function idOf(
  document: OpenApiDocument,
  names: Family['names'],
  own: Called[],
): IdKey & { schema: Resource['schema'] } {
  const as = (verb: RpcVerb, method: Operation['method']) =>
    own.filter((each) => each.verb === verb).map(({ operation }) => ({ ...operation, method }));
  const shown = shownRecords(document, names[0], {
    collection: [...as('list', 'get'), ...as('create', 'post')],
    item: [...as('read', 'get'), ...as('change', 'patch')],
    isSaid: true,
  });
  const reading = own.find(({ verb }) => verb === 'read' || verb === 'delete' || verb === 'change');
  const parameter = reading && findIdParameter(document, reading.operation, names);
  return { ...inferIdKey(document, shown, names[0], parameter ?? {}), schema: shown[0]?.schema };
}
