import type { Operation } from '../openapi/operations.ts';
import { isStructured } from '../openapi/structured-types.ts';
import type { ResourcePaths } from './find-resources.ts';
import { nameOf } from './path-segments.ts';
import { type Base, type PlanSources, stateless } from './plan-sources.ts';
import type { OperationPlan, Role } from './plan-types.ts';
import { putChanges } from './puts-change.ts';
import { findRecordPlace } from './record-place.ts';
import { findEndingVerb } from './states/find-ending-verb.ts';
import { endsRecord, noMeaningOnItem, putMayCreate, putOnlyChanges } from './why-operation.ts';

const itemRoles: Partial<Record<Operation['method'], Role>> = {
  get: 'read',
  put: 'replace',
  patch: 'change',
  post: 'change',
  delete: 'delete',
};

/** Plans an operation on an item. */
export function planItem(
  { document, hasRules }: PlanSources,
  operation: Operation,
  base: Base,
  paths: ResourcePaths,
  idParameter: string,
): OperationPlan {
  const usual = itemRoles[operation.method];
  const isChange =
    usual === 'replace' && !('201' in operation.responses) && paths.isPosted && putChanges(document, operation);
  const isContent =
    operation.method === 'get' && base.success.mediaType !== undefined && !isStructured(document, base.success);
  const role = isChange ? 'change' : isContent ? 'represent' : usual;
  if (!role) return stateless(base, noMeaningOnItem(operation.method));
  const isPut = role === 'replace' || (operation.method === 'post' && paths.isMember === true);
  const putCreates = isPut && ('201' in operation.responses || !paths.isPosted);
  const recordAt = findRecordPlace(document, base.success, nameOf(paths.collection), paths.listed);
  const success = { ...base.success, recordAt };
  const endsBy = hasRules(paths.resource.store)
    ? undefined
    : findEndingVerb(document, operation, paths.resource, success);
  return {
    ...base,
    role: endsBy === undefined ? role : 'act',
    endsBy,
    resource: paths.resource,
    parents: base.parents.slice(0, -1),
    idParameter,
    success,
    putCreates,
    why: [
      ...paths.why,
      ...(putCreates ? [putMayCreate] : []),
      ...(isChange ? [putOnlyChanges] : []),
      ...(endsBy === undefined ? [] : [endsRecord(endsBy)]),
    ],
  };
}
