import type { Texts } from '../answers/texts.ts';
import type { Pager } from '../dialect/pagination/pager.ts';
import type { OpenApiDocument } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { isStructured } from '../openapi/structured-types.ts';
import type { ResourcePaths } from './find-resources.ts';
import { inferPager } from './infer-pager.ts';
import { joinSegments, lastSegment, nameOf, parentPath, placeOf, segmentsOf } from './path-segments.ts';
import type { OperationPlan, ParentStep, Resource, Role } from './plan-types.ts';
import { createdStatus, declaresHeader, findList, findRecordKey, successOf } from './success-response.ts';
import {
  createsNoRecord,
  givesNoList,
  isAction,
  isGoneForGood,
  isOneRecord,
  isRepresentation,
  noMeaningOnItem,
  nothingRecognised,
  putMayCreate,
} from './why-operation.ts';

/** What is known of the document when an operation is planned. */
export interface PlanSources {
  document: OpenApiDocument;
  resources: Map<string, ResourcePaths>;
  /** Literal paths that can be read and written, or that a profile names: one record each. */
  singletons: Map<string, Resource>;
  /** The pager that the profile sets for a store. */
  pagerOf: (store: string) => Pager | undefined;
  /** Whether the profile sends page links in a `Link` header. */
  linkHeader?: boolean;
  /** The property that wraps the list in the profile's page bodies. */
  within?: string;
  /** The operationIds with a custom handler. */
  handled: Set<string>;
}

/** Infers the role and store of an operation, and records why. */
export function planOperation(sources: PlanSources, operation: Operation): OperationPlan {
  const { path, method } = operation;
  const base = { operation, parents: parentsOf(sources, path), filters: {}, success: successOf(operation) };
  const last = lastSegment(path);
  if (isGone(operation)) {
    return { ...base, role: 'gone', success: { status: 410 }, why: [isGoneForGood(path)] };
  }

  const item = last?.parameter ? sources.resources.get(placeOf(parentPath(path))) : undefined;
  if (item && placeOf(item.item ?? '') === placeOf(path))
    return planItem(sources, operation, base, item, last?.parameter as string);

  const collection = sources.resources.get(placeOf(path));
  if (collection) return planCollection(sources, operation, base, collection);

  const singleton = sources.singletons.get(placeOf(path));
  if (singleton) {
    const role: Role | undefined =
      method === 'get' ? 'read-singleton' : ['put', 'patch', 'post'].includes(method) ? 'write-singleton' : undefined;
    if (role) return { ...base, role, resource: singleton, why: [isOneRecord(path)] };
  }
  const above = sources.resources.get(placeOf(parentPath(parentPath(path))));
  const mayAct = ['post', 'put', 'patch'].includes(method);
  const mayRepresent =
    method === 'get' &&
    base.success.mediaType !== undefined &&
    (sources.handled.has(operation.id) || !isStructured(sources.document, base.success));
  if (above && placeOf(above.item ?? '') === placeOf(parentPath(path)) && (mayAct || mayRepresent)) {
    const ofItem = {
      resource: above.resource,
      idParameter: base.parents.at(-1)?.parameter,
      parents: base.parents.slice(0, -1),
    };
    if (mayAct) return { ...base, ...ofItem, role: 'act', why: [isAction(last?.text ?? '', above.collection)] };
    return {
      ...base,
      ...ofItem,
      role: 'represent',
      why: [isRepresentation(last?.text ?? '', above.collection)],
    };
  }
  return stateless(base, nothingRecognised);
}

/** Whether the document declares an operation as gone: 410 and no success. */
function isGone({ responses }: Operation): boolean {
  const statuses = Object.keys(responses);
  return statuses.includes('410') && !statuses.some((status) => /^([23]|default)/.test(status));
}

type Base = Pick<OperationPlan, 'operation' | 'parents' | 'filters' | 'success'>;

const itemRoles: Partial<Record<Operation['method'], Role>> = {
  get: 'read',
  put: 'replace',
  patch: 'change',
  post: 'change',
  delete: 'delete',
};

function planItem(
  sources: PlanSources,
  operation: Operation,
  base: Base,
  paths: ResourcePaths,
  idParameter: string,
): OperationPlan {
  const role = itemRoles[operation.method];
  if (!role) return stateless(base, noMeaningOnItem(operation.method));
  const collectionCreates = sources.resources.get(placeOf(paths.collection)) && hasPost(paths);
  const putCreates = role === 'replace' && ('201' in operation.responses || !collectionCreates);
  const recordKey = findRecordKey(sources.document, base.success, nameOf(paths.collection));
  return {
    ...base,
    role,
    resource: paths.resource,
    parents: base.parents.slice(0, -1),
    idParameter,
    success: { ...base.success, recordKey, ...(role === 'replace' && { status: replacedStatus(operation, base) }) },
    putCreates,
    why: [...paths.why, ...(putCreates ? [putMayCreate] : [])],
  };

  function hasPost({ collection }: ResourcePaths): boolean {
    return sources.document.paths?.[collection]?.post !== undefined;
  }
}

function replacedStatus(operation: Operation, base: Base): number {
  return base.success.status === 201 && '200' in operation.responses ? 200 : base.success.status;
}

function planCollection(sources: PlanSources, operation: Operation, base: Base, paths: ResourcePaths): OperationPlan {
  const { document } = sources;
  const { method, path } = operation;
  if (method === 'get') {
    const list = findList(document, base.success, nameOf(path), sources.within);
    if (!list) return stateless(base, givesNoList);
    const declared = inferPager(operation);
    const pager = declared && (sources.pagerOf(paths.resource.store) ?? declared);
    const filters = filtersOf(sources, operation, paths.resource, pager);
    const linksPages = pager && (sources.linkHeader ?? declaresHeader(operation, base.success.status, 'link'));
    return { ...base, role: 'list', resource: paths.resource, list, pager, linksPages, filters, why: paths.why };
  }
  const givesList = findList(document, base.success, nameOf(path));
  const givesRecord =
    !isStructured(document, base.success) || shapeOf(document, base.success.schema).types.has('object');
  if (method === 'post' && !givesList && givesRecord) {
    const recordKey = findRecordKey(document, base.success, nameOf(path));
    return {
      ...base,
      role: 'create',
      resource: paths.resource,
      success: { ...base.success, recordKey, status: createdStatus(operation, base.success) },
      why: paths.why,
    };
  }
  return stateless(base, createsNoRecord(method));
}

function stateless(base: Base, why: Texts): OperationPlan {
  return { ...base, role: 'stateless', why: [why] };
}

/** The parameters of a path, outermost first; `store` is set where the path up to a parameter is an item. */
function parentsOf({ resources }: PlanSources, path: string): ParentStep[] {
  const segments = segmentsOf(path);
  return segments.flatMap(({ parameter }, index) => {
    if (!parameter) return [];
    const prefix = joinSegments(segments.slice(0, index + 1));
    const paths = resources.get(placeOf(parentPath(prefix)));
    return [{ parameter, name: nameOf(prefix), ...(paths?.item && { store: paths.resource.store }) }];
  });
}

/** A query parameter named like a property filters by it; lists and objects cannot be compared. */
function filtersOf(
  { document }: PlanSources,
  operation: Operation,
  resource: Resource,
  pager: Pager | undefined,
): Record<string, string> {
  const { properties } = shapeOf(document, resource.schema);
  const names = Object.keys(properties).filter(
    (name) => !/array|object/.test([...shapeOf(document, properties[name]).types].join()),
  );
  const plain = (name: string) => name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
  const entries = operation.parameters.flatMap((parameter) => {
    if (parameter.in !== 'query' || pager?.parameters.includes(parameter.name)) return [];
    const property = names.find((name) => plain(name) === plain(parameter.name));
    return property ? [[parameter.name, property] as const] : [];
  });
  return Object.fromEntries(entries);
}
