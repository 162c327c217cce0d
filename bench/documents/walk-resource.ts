import { placeBelow } from '../../server/plan/parent-key.ts';
import type { OperationPlan, Resource } from '../../server/plan/plan-types.ts';
import type { ServedApi } from '../../server/plan/served-api.ts';
import { recordOf, recordsOf } from '../../server/testing/shown-records.ts';
import type { TestAnswer, TestPortal } from '../../server/testing/test-portal.ts';
import { callOperation, type Ids } from './call-operation.ts';
import { idOf, idOfCreated, type KnownIds } from './known-ids.ts';

/** How a resource's operations contradict each other; undefined if a created record is readable, listed, changeable, and gone after DELETE. */
export async function findInconsistency(
  { portal, api, key, known }: { portal: TestPortal; api: ServedApi; key: string; known: KnownIds },
  resource: Resource,
): Promise<string | undefined> {
  const plans = [...api.plan.operations.values()].filter((plan) => plan.resource === resource);
  // One store may have lists at several paths: check the operations at the item's own path.
  const item = plans.find(({ operation }) => operation.path === resource.itemPath);
  const here = plans.filter(({ parents }) => placeBelow(parents) === placeBelow(item?.parents ?? []));
  const of = (role: OperationPlan['role']) => {
    const all = here.filter((plan) => plan.role === role && !plan.isFirst);
    return all.find(({ operation }) => operation.path === resource.itemPath) ?? all[0];
  };
  const [list, create, read, remove] = [of('list'), of('create'), of('read'), of('delete')];
  const change = of('change') ?? of('replace');
  let id: unknown;
  const call = (plan: OperationPlan, ids: Ids) => {
    const named = plan.idFrom && id !== undefined ? { [plan.idFrom.name]: id } : {};
    const inQuery = plan.idFrom?.in === 'query';
    return callOperation(portal, api, plan.operation, {
      key,
      ids: { ...known.forPath(plan), ...ids },
      query: inQuery ? Object.fromEntries(Object.entries(named).map(([name, value]) => [name, String(value)])) : {},
      fields: inQuery ? {} : named,
    });
  };
  const isGood = ({ status }: TestAnswer) => status >= 200 && status < 300;

  if (create) {
    const made = known.creationOf(create) ?? (await call(create, {}));
    if (!isGood(made)) return `create returns ${made.status}`;
    id = idOfCreated(create, made);
  } else if (list) {
    const listed = await call(list, {});
    if (!isGood(listed)) return `list returns ${listed.status}`;
    const [first] = recordsOf(list, listed);
    // No record exists and none can be created, so there is nothing to check.
    if (first === undefined) return undefined;
    id = idOf(resource, first);
  }
  // If no response shows the id, use the example in the path.
  const idsOf = (plan: OperationPlan): Ids => (id !== undefined && plan.idParameter ? { [plan.idParameter]: id } : {});
  if (read) {
    const shown = await call(read, idsOf(read));
    if (!isGood(shown)) return `read returns ${shown.status} for ${JSON.stringify(idsOf(read))}`;
    const again = idOf(resource, recordOf(read, shown));
    if (id !== undefined && again !== undefined && String(again) !== String(id))
      return `read shows ${again}, not ${id}`;
  }
  if (create && list && id !== undefined) {
    const listed = await call(list, {});
    if (!isGood(listed)) return `list returns ${listed.status}`;
    const shown = recordsOf(list, listed);
    if (!shown.some((each) => String(idOf(resource, each)) === String(id)) && (shown.length < 1 || isComplete(list)))
      return 'list does not contain the created record';
  }
  if (change) {
    const changed = await call(change, idsOf(change));
    if (!isGood(changed)) return `${change.role} returns ${changed.status}`;
  }
  if (remove) {
    const removed = await call(remove, idsOf(remove));
    if (!isGood(removed)) return `delete returns ${removed.status}`;
    if (read && (await call(read, idsOf(read))).status !== 404) return 'read finds the deleted record';
  }
  return undefined;
}

/** A list without paging and without required filters must contain all records. */
function isComplete({ operation, pager }: OperationPlan): boolean {
  return pager === undefined && !operation.parameters.some(({ in: place, required }) => place === 'query' && required);
}
