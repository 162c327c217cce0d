import type { Operation } from '../openapi/operations.ts';
import type { Family } from './find-families.ts';
import { findSaidList } from './find-list.ts';
import { findIdParameter } from './find-named-id.ts';
import type { ResourcePaths } from './find-resources.ts';
import { planList } from './plan-collection.ts';
import { type Base, type PlanSources, stateless } from './plan-sources.ts';
import type { OperationPlan, Role } from './plan-types.ts';
import { findRecordPlace } from './record-place.ts';
import type { RpcVerb } from './rpc-calls.ts';
import { successOf } from './success-response.ts';
import { givesNoList, isCalled, namesNoRecord } from './why-operation.ts';

const roles: Record<Exclude<RpcVerb, 'list'>, Role> = {
  create: 'create',
  read: 'read',
  change: 'change',
  delete: 'delete',
  act: 'act',
};

/** Plans an operation that says by a word what it does: its records are named in the query string or in the body. */
export function planRpc(sources: PlanSources, operation: Operation, own: Base, family: Family): OperationPlan {
  const { document } = sources;
  const { path, names, resource, members, parent, token } = family;
  const [name] = names;
  const base = parent ? { ...own, parents: [parent] } : own;
  const verb = members.get(operation) as RpcVerb;
  const why = [isCalled(verb, path)];
  const listing = [...members].find(([, each]) => each === 'list')?.[0];
  const listed = listing && findSaidList(document, successOf(listing), name)?.item;
  if (verb === 'list') {
    const list = findSaidList(document, base.success, name);
    const paths: ResourcePaths = { resource, collection: path, listed, isPosted: true, why };
    return list ? planList(sources, operation, base, paths, list) : stateless(base, givesNoList);
  }
  const success = { ...base.success, recordAt: findRecordPlace(document, base.success, name, listed) };
  if (verb === 'create') return { ...base, role: 'create', resource, success, token, why };
  if (token) return { ...base, role: roles[verb], resource, idFrom: { in: 'body', ...token }, success, why };
  const parameter = findIdParameter(document, operation, names, resource.idKey);
  if (!parameter) return stateless(base, namesNoRecord);
  const isInQuery = operation.parameters.some((each) => each.in === 'query' && each.name === parameter.name);
  return {
    ...base,
    role: roles[verb],
    resource,
    idFrom: { in: isInQuery ? 'query' : 'body', name: parameter.name },
    success,
    why,
  };
}
