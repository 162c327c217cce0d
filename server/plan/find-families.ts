import type { OpenApiDocument, Parameter } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';
import { askedParameters } from './asked-parameters.ts';
import { findList } from './find-list.ts';
import { type IdKey, inferIdKey } from './id-key.ts';
import { plain, singularOf } from './names.ts';
import { joinSegments, nameOf, placeOf, segmentsOf } from './path-segments.ts';
import type { Resource } from './plan-types.ts';
import { shownRecords } from './shown-records.ts';
import { successOf } from './success-response.ts';

/** What an operation of an RPC style does, as the method of a resource would. */
export type RpcVerb = 'list' | 'create' | 'read' | 'change' | 'delete' | 'act';

/** Operations that say by a word in their path what they do to one kind of records: `/users.create`, `/users/list`. */
export interface Family {
  path: string;
  /** The last word of its path. */
  name: string;
  resource: Resource;
  members: Map<Operation, RpcVerb>;
}

const words: Record<Exclude<RpcVerb, 'act'>, RegExp> = {
  list: /^(list|index|all|search|query|find|findall|getall)$/,
  create: /^(create|add|insert|new)$/,
  read: /^(info|get|show|retrieve|read|fetch|details?|view|describe)$/,
  change: /^(update|edit|modify|patch)$/,
  delete: /^(delete|remove|destroy)$/,
};

const verbs = Object.keys(words) as (keyof typeof words)[];

/** A verb before what it is done to: `CreateDataset`, `list_datasets`. */
const verbAndNoun =
  /^(list|search|find|create|add|insert|get|describe|show|retrieve|fetch|update|edit|modify|delete|remove|destroy)(?:[_-]([a-z]\w*)|([A-Z]\w*))$/;

/** Finds the families of a document: at least two verbs, one of which creates, at a path that has no operations of its own. */
export function findFamilies(document: OpenApiDocument, operations: Operation[]): Family[] {
  const places = new Set(operations.map(({ path }) => placeOf(path)));
  const called = operations.flatMap((operation) => {
    const read = readCall(document, operation);
    return read && !places.has(placeOf(read.path)) ? [{ operation, ...read }] : [];
  });
  const families: Family[] = [];
  const stores = new Set<string>();
  for (const [path, own] of Map.groupBy(called, (each) => each.path)) {
    const verbs = new Set(own.map(({ verb }) => verb));
    if (!verbs.has('create') || !(verbs.has('list') || verbs.has('read'))) continue;
    const whole = nameOf(path);
    const name = whole.split('.').at(-1) ?? whole;
    const store = stores.has(whole) ? path.slice(1) : whole;
    stores.add(store);
    const { key, property, type, schema } = idOf(document, name, own);
    const resource: Resource = { store, idKey: key, idType: type, schema, idSchema: property };
    families.push({ path, name, resource, members: new Map(own.map(({ operation, verb }) => [operation, verb])) });
  }
  addActions(document, operations, families);
  return families;
}

/** Other calls that name a record of a family: `channels.archive`, `StopRecommender`. */
function addActions(document: OpenApiDocument, operations: Operation[], families: Family[]): void {
  const byPath = new Map(families.map((family) => [family.path, family]));
  const called = new Set(families.flatMap(({ members }) => [...members.keys()]));
  for (const operation of operations) {
    if (called.has(operation) || operation.method === 'get') continue;
    const family = pathsOfCall(operation.path).flatMap((path) => byPath.get(path) ?? [])[0];
    if (family && findNamedId(document, operation, family.name, family.resource.idKey))
      family.members.set(operation, 'act');
  }
}

/** The paths of the families that a call may belong to, whatever its verb. */
function pathsOfCall(path: string): string[] {
  const segments = segmentsOf(path);
  const last = segments.at(-1);
  if (!last || last.parameter) return [];
  const above = segments.slice(0, -1);
  const [, dotted] = /^(.+)\.([A-Za-z]+)$/.exec(last.text) ?? [];
  const call = last.text.split(/[.=]/).at(-1) ?? '';
  const [, noun] = /^[A-Z]?[a-z]+_?([A-Za-z]\w*)$/.exec(call.replace(/^([A-Z]?[a-z]+)(?=[A-Z])/, '$1_')) ?? [];
  return [
    joinSegments(above),
    ...(dotted === undefined ? [] : [joinSegments([...above, { text: dotted }])]),
    ...(noun === undefined ? [] : [joinSegments([...above, { text: plain(singularOf(noun)) }])]),
  ];
}

interface Called {
  operation: Operation;
  path: string;
  verb: RpcVerb;
}

/** The path before the verb, and the verb; undefined if the last word is none. */
function readCall(document: OpenApiDocument, operation: Operation): Omit<Called, 'operation'> | undefined {
  const segments = segmentsOf(operation.path);
  const last = segments.at(-1);
  if (!last || last.parameter) return undefined;
  const named = readNoun(document, operation, last.text);
  if (named) return { path: joinSegments([...segments.slice(0, -1), { text: named.noun }]), verb: named.verb };
  const [, dotted, word = last.text] = /^(.+)\.([A-Za-z]+)$/.exec(last.text) ?? [];
  const above = segments.slice(0, -1);
  if (dotted === undefined && (above.length === 0 || above.at(-1)?.parameter)) return undefined;
  const verb = verbs.find((each) => words[each].test(plain(word)));
  return verb && { path: joinSegments(dotted === undefined ? above : [...above, { text: dotted }]), verb };
}

/** The verb of `CreateDataset` and `ListDatasets`, and what it is done to; where a list is what it gives, it lists. */
function readNoun(
  document: OpenApiDocument,
  operation: Operation,
  text: string,
): { verb: RpcVerb; noun: string } | undefined {
  const call = text.split(/[.=]/).at(-1) ?? text;
  const [, first, behindDash, behindCase] =
    verbAndNoun.exec(call.replace(/^[A-Z]/, (letter) => letter.toLowerCase())) ?? [];
  const noun = behindDash ?? behindCase;
  if (first === undefined || noun === undefined) return undefined;
  const verb = verbs.find((each) => words[each].test(first));
  if (!verb) return undefined;
  const reads = verb === 'read' || verb === 'list';
  const lists =
    reads && findList(document, successOf(operation), noun) !== undefined && plain(singularOf(noun)) !== plain(noun);
  return { verb: lists ? 'list' : verb === 'list' ? 'read' : verb, noun: plain(singularOf(noun)) };
}

function idOf(document: OpenApiDocument, name: string, own: Called[]): IdKey & { schema: Resource['schema'] } {
  const as = (verb: RpcVerb, method: Operation['method']) =>
    own.filter((each) => each.verb === verb).map(({ operation }) => ({ ...operation, method }));
  const shown = shownRecords(document, name, {
    collection: [...as('list', 'get'), ...as('create', 'post')],
    item: [...as('read', 'get'), ...as('change', 'patch')],
  });
  const reading = own.find(({ verb }) => verb === 'read' || verb === 'delete' || verb === 'change');
  const parameter = reading && findIdParameter(document, reading.operation, name);
  return { ...inferIdKey(document, shown, name, parameter ?? {}), schema: shown[0]?.schema };
}

/** The parameter or property of the body that names a record, or else the only required one that ends like an id. */
export function findIdParameter(
  document: OpenApiDocument,
  operation: Operation,
  name: string,
  idKey?: string,
): Parameter | undefined {
  const named = findNamedId(document, operation, name, idKey);
  return named ?? inQueryOrBody(document, operation).find((each) => each.required && /(_id|Id|ID)$/.test(each.name));
}

/** The parameter or property of the body that names a record: `id`, `user_id`, `user` or the name of the id itself. */
export function findNamedId(
  document: OpenApiDocument,
  operation: Operation,
  name: string,
  idKey?: string,
): Parameter | undefined {
  const asked = inQueryOrBody(document, operation);
  const one = plain(singularOf(name));
  const wanted = [
    idKey && plain(idKey),
    `${one}id`,
    'id',
    `id${one}`,
    one,
    `${one}uuid`,
    'uuid',
    `${one}arn`,
    `${one}name`,
  ];
  return wanted.map((word) => asked.find((each) => plain(each.name) === word)).find((each) => each);
}

function inQueryOrBody(document: OpenApiDocument, operation: Operation): Parameter[] {
  return askedParameters(document, operation).filter(({ in: place }) => place === 'query');
}
