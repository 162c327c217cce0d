import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { askedParameters } from './asked-parameters.ts';
import { findList } from './find-list.ts';
import { findNamedId } from './find-named-id.ts';
import type { ResourcePaths } from './find-resources.ts';
import { plain, singularOf } from './names.ts';
import { nameOf, placeOf, verbOn } from './path-segments.ts';
import type { Base, PlanSources } from './plan-sources.ts';
import type { ManyPlan, OperationPlan } from './plan-types.ts';
import { findRecordPlace } from './record-place.ts';
import { bodyOf, sharesNames } from './sent-body.ts';
import { createdStatus } from './success-response.ts';
import { concernsMany, emptiesList, isCalled, namesRecordIn } from './why-operation.ts';

/** Plans PUT, PATCH, POST or DELETE of a collection: of the record that the query or the body names, of several, or of all. */
export function planOnCollection(
  sources: PlanSources,
  operation: Operation,
  base: Base,
  paths: ResourcePaths,
): OperationPlan | undefined {
  const { method } = operation;
  if (method === 'delete') return planRemoval(sources, operation, base, paths, true);
  if (method !== 'put' && method !== 'patch' && method !== 'post') return undefined;
  const named =
    method === 'post' ? undefined : planNamed(sources, operation, base, paths, method === 'put' ? 'replace' : 'change');
  return named ?? planWriting(sources, operation, base, paths, method);
}

const bulk = /^_?(bulk|batch|multi(ple)?|many|mass|all)/;
const removing = /(delete|remove|destroy|purge)/;
const changing = /(update|edit|modify|patch|change)/;
const writing = /^(bulk|batch|multi)?(create|add|insert|import|upsert|save|put|upload|register|new)/;

/** Plans what a verb below a collection does to several records: `/things/bulk`, `/things:batchCreate`, `/things/bulk-delete`. */
export function planManyByVerb(sources: PlanSources, operation: Operation, base: Base): OperationPlan | undefined {
  const { method, path } = operation;
  const verb = verbOn(path);
  const paths = verb && sources.resources.get(placeOf(verb.path));
  const word = verb && plain(verb.verb);
  if (!paths || word === undefined || method === 'get' || paths.resource.idKey === undefined) return undefined;
  if (!bulk.test(word) && !removing.test(word) && !changing.test(word) && !writing.test(word)) return undefined;
  if (method === 'delete' || removing.test(word))
    return planRemoval(sources, operation, base, paths, method === 'delete' && bulk.test(word));
  const many = planWriting(
    sources,
    operation,
    base,
    paths,
    method === 'patch' || changing.test(word) ? 'patch' : 'post',
  );
  if (many || method !== 'post' || !writing.test(word)) return many;
  const { resource, item, why } = paths;
  if (!sharesNames(sources.document, resource.schema, bodyOf(operation))) return undefined;
  const recordAt = findRecordPlace(sources.document, base.success, nameOf(paths.collection), paths.listed);
  const success = { ...base.success, recordAt, status: createdStatus(operation, base.success) };
  return {
    ...base,
    role: 'create',
    resource,
    itemPath: item,
    success,
    why: [isCalled(verb.verb, paths.collection), ...why],
  };
}

function planNamed(
  { document }: PlanSources,
  operation: Operation,
  base: Base,
  { resource, collection, why }: ResourcePaths,
  role: 'replace' | 'change' | 'delete',
): OperationPlan | undefined {
  const named = findNamedId(document, operation, nameOf(collection), resource.idKey);
  if (!named || shapeOf(document, named.schema).types.has('array')) return undefined;
  const isInQuery = operation.parameters.some((each) => each.in === 'query' && each.name === named.name);
  const idFrom = { in: isInQuery ? ('query' as const) : ('body' as const), name: named.name };
  return { ...base, role, resource, idFrom, why: [namesRecordIn(named.name), ...why] };
}

function planRemoval(
  sources: PlanSources,
  operation: Operation,
  base: Base,
  paths: ResourcePaths,
  mayEmpty: boolean,
): OperationPlan | undefined {
  const { document } = sources;
  const { resource, collection, why } = paths;
  const named = planNamed(sources, operation, base, paths, 'delete');
  if (named) return named;
  const ids = findIds(document, operation, nameOf(collection), resource.idKey) ?? findSent(document, operation);
  if (ids) return { ...base, role: 'delete-many', resource, many: ids, why: [concernsMany(ids.key), ...why] };
  const asks = operation.requestBody || operation.parameters.some(({ in: place }) => place === 'query');
  return mayEmpty && !asks
    ? { ...base, role: 'delete-many', resource, why: [emptiesList(collection), ...why] }
    : undefined;
}

/** The list of ids in a query or a body: `ids`, `order_ids`. */
function findIds(
  document: OpenApiDocument,
  operation: Operation,
  name: string,
  idKey: string | undefined,
): ManyPlan | undefined {
  const one = plain(singularOf(name));
  const wanted = new Set([
    'id',
    'ids',
    'q',
    `${one}ids`,
    `${one}id`,
    ...(idKey ? [plain(idKey), `${plain(idKey)}s`] : []),
  ]);
  const found = askedParameters(document, operation).find((each) => {
    if (each.in !== 'query' || !wanted.has(plain(each.name))) return false;
    const { types } = shapeOf(document, each.schema ?? Object.values(each.content ?? {})[0]?.schema);
    return types.has('array') || (types.has('string') && /ids$/i.test(each.name));
  });
  if (!found) return undefined;
  const isInQuery = operation.parameters.some((each) => each.in === 'query' && each.name === found.name);
  return { key: found.name, in: isInQuery ? 'query' : 'body' };
}

/** The only list in a body: the body itself, or one of its properties. */
function findSent(document: OpenApiDocument, { requestBody }: Operation): ManyPlan | undefined {
  const [mediaType, media] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const { types, properties } = shapeOf(document, media?.schema);
  if (mediaType === undefined) return undefined;
  if (types.has('array')) return { in: 'body' };
  const lists = Object.entries(properties).filter(([, each]) => shapeOf(document, each).types.has('array'));
  return lists.length === 1 && lists[0] ? { in: 'body', key: lists[0][0] } : undefined;
}

function planWriting(
  { document }: PlanSources,
  operation: Operation,
  base: Base,
  { resource, listed, collection, why }: ResourcePaths,
  method: 'put' | 'patch' | 'post',
): OperationPlan | undefined {
  const many = findSent(document, operation);
  if (!many) return undefined;
  const body = bodyOf(operation);
  const item: Schema | undefined = shapeOf(
    document,
    many.key ? shapeOf(document, body).properties[many.key] : body,
  ).items;
  if (![resource.schema, listed].some((schema) => sharesNames(document, schema, item))) return undefined;
  const list = findList(document, base.success, nameOf(collection));
  return {
    ...base,
    role: 'write-many',
    resource,
    list,
    many: { ...many, does: method === 'put' && !many.key ? 'replace' : method === 'patch' ? 'change' : 'write' },
    why: [concernsMany(many.key), ...why],
  };
}
