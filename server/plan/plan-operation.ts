import type { Operation } from '../openapi/operations.ts';
import { isStructured } from '../openapi/structured-types.ts';
import { addressOf } from './find-details.ts';
import type { ResourcePaths } from './find-resources.ts';
import { joinSegments, lastSegment, nameOf, parentPath, placeOf, plainName, segmentsOf } from './path-segments.ts';
import { planCollection, planCount, planView } from './plan-collection.ts';
import { planElsewhere } from './plan-elsewhere.ts';
import { planItem } from './plan-item.ts';
import { planJoining } from './plan-joining.ts';
import { planManyByVerb } from './plan-many.ts';
import { planNamedCreation } from './plan-named-creation.ts';
import { planRpc } from './plan-rpc.ts';
import { type Base, type PlanSources, stateless } from './plan-sources.ts';
import type { OperationPlan, ParentStep, Role } from './plan-types.ts';
import { findRecordPlace } from './record-place.ts';
import { bodyOf, sharesNames } from './sent-body.ts';
import { successOf } from './success-response.ts';
import { isAction, isGoneForGood, isOneRecord, isRepresentation, nothingRecognised } from './why-operation.ts';

/** Infers the role and store of an operation, and records why. */
export function planOperation(sources: PlanSources, operation: Operation): OperationPlan {
  const { path } = operation;
  const base = { operation, parents: parentsOf(sources, path), filters: {}, success: successOf(operation) };
  const last = lastSegment(path);
  if (isGone(operation)) {
    return { ...base, role: 'gone', success: { status: 410 }, why: [isGoneForGood(path)] };
  }

  const family = sources.families.get(operation);
  if (family) return planRpc(sources, operation, base, family);

  const joining = sources.handled.has(operation.id) ? undefined : planJoining(sources, operation, base);
  if (joining) return joining;

  const item = last?.parameter ? sources.resources.get(placeOf(parentPath(path))) : undefined;
  if (item && placeOf(item.item ?? '') === placeOf(path))
    return planItem(sources, operation, base, item, last?.parameter as string);
  const read = last?.parameter ? undefined : sources.resources.get(placeOf(parentPath(parentPath(path))));
  if (read?.detail && placeOf(read.detail) === placeOf(path))
    return planItem(sources, operation, base, read, read.idParameter as string);

  const singleton = planSingleton(sources, operation, base);
  if (singleton) return singleton;

  const collection = sources.resources.get(placeOf(path));
  if (collection) return planCollection(sources, operation, base, collection);

  return (
    planView(sources, operation, base) ??
    planCount(sources, operation, base) ??
    planManyByVerb(sources, operation, base) ??
    planBelowItem(sources, operation, base) ??
    (sources.handled.has(operation.id)
      ? undefined
      : (planElsewhere(sources, operation, base) ?? planNamedCreation(sources, operation, base))) ??
    stateless(base, nothingRecognised)
  );
}

/** A single record at a fixed address; POST writes it where it takes what is shown, and is else an action. */
function planSingleton(
  { document, singletons }: PlanSources,
  operation: Operation,
  base: Base,
): OperationPlan | undefined {
  const { method, path } = operation;
  const { resource, isWritten } = singletons.get(placeOf(path)) ?? {};
  const role = resource && singletonRoles[method];
  if (!role || (method === 'post' && !isWritten && !sharesNames(document, resource.schema, bodyOf(operation))))
    return undefined;
  // The main record of a profile is a record of a list, and shown as that.
  const recordAt = resource.itemPath
    ? undefined
    : findRecordPlace(document, base.success, nameOf(path), resource.schema);
  return { ...base, role, resource, success: { ...base.success, recordAt }, why: [isOneRecord(path)] };
}

const singletonRoles: Partial<Record<Operation['method'], Role>> = {
  get: 'read-singleton',
  put: 'write-singleton',
  patch: 'write-singleton',
  post: 'write-singleton',
  delete: 'delete-singleton',
};

/** An action on an item, or another representation of one: `/things/{id}/cancel`, `/things/{id}:cancel`, `/things/{id}.pdf`. */
function planBelowItem(sources: PlanSources, operation: Operation, base: Base): OperationPlan | undefined {
  const { path, method } = operation;
  const { mediaType } = base.success;
  const mayAct = ['post', 'put', 'patch', 'delete'].includes(method);
  const mayRepresent =
    method === 'get' &&
    mediaType !== undefined &&
    (sources.handled.has(operation.id) || !isStructured(sources.document, base.success));
  const above = mayAct || mayRepresent ? findItemAbove(sources, path) : undefined;
  if (!above) return undefined;
  const ofItem = {
    resource: above.resource,
    idParameter: base.parents.at(-1)?.parameter,
    parents: base.parents.slice(0, -1),
  };
  const name = plainName(lastSegment(path)?.text ?? '');
  if (mayAct) return { ...base, ...ofItem, role: 'act', why: [isAction(name, above.collection)] };
  return { ...base, ...ofItem, role: 'represent', why: [isRepresentation(name, above.collection)] };
}

/** The item that literals follow in a path, with no collection between. */
function findItemAbove({ resources }: PlanSources, path: string): ResourcePaths | undefined {
  for (let above = parentPath(path); above !== ''; above = parentPath(above)) {
    if (resources.has(placeOf(above))) return undefined;
    if (!lastSegment(above)?.parameter) continue;
    const item = resources.get(placeOf(parentPath(above)));
    const read = item?.item ?? item?.detail;
    return item && read && placeOf(addressOf(read)) === placeOf(above) ? item : undefined;
  }
  return undefined;
}

/** Whether the document declares an operation as gone: 410 and no success. */
function isGone({ responses }: Operation): boolean {
  const statuses = Object.keys(responses);
  return statuses.includes('410') && !statuses.some((status) => /^([23]|default)/.test(status));
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
