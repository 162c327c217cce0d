import { placeBelow } from '../../server/plan/parent-key.ts';
import type { OperationPlan, Resource } from '../../server/plan/plan-types.ts';
import type { ServedApi } from '../../server/plan/served-api.ts';
import { recordOf, recordsOf } from '../../server/testing/shown-records.ts';
import type { TestAnswer, TestPortal } from '../../server/testing/test-portal.ts';
import { callOperation, type Ids } from './call-operation.ts';
import { idOf, idOfCreated, type KnownIds } from './known-ids.ts';

/** Why a resource's operations do not obey each other; undefined when they do: what is created can be read, listed, changed, and is gone after DELETE. */
export async function findLawBreach(
  { portal, api, key, known }: { portal: TestPortal; api: ServedApi; key: string; known: KnownIds },
  resource: Resource,
): Promise<string | undefined> {
  const plans = [...api.plan.operations.values()].filter((plan) => plan.resource === resource);
  // One store may have lists in several places: those of the item's own place have to obey each other.
  const item = plans.find(({ operation }) => operation.path === resource.itemPath);
  const here = plans.filter(({ parents }) => placeBelow(parents) === placeBelow(item?.parents ?? []));
  const of = (role: OperationPlan['role']) => here.find((plan) => plan.role === role);
  const [list, create, read, remove] = [of('list'), of('create'), of('read'), of('delete')];
  const change = of('change') ?? of('replace');
  const call = (plan: OperationPlan, ids: Ids) =>
    callOperation(portal, api, plan.operation, { key, ids: { ...known.forPath(plan), ...ids } });
  const isGood = ({ status }: TestAnswer) => status >= 200 && status < 300;

  let id: unknown;
  if (create) {
    const made = known.creationOf(create) ?? (await call(create, {}));
    if (!isGood(made)) return `create answers ${made.status}`;
    id = idOfCreated(create, made);
  } else if (list) {
    const listed = await call(list, {});
    if (!isGood(listed)) return `list answers ${listed.status}`;
    const [first] = recordsOf(list, listed);
    // Where nothing is and nobody can make anything, there is nothing to obey.
    if (first === undefined) return undefined;
    id = idOf(resource, first);
  }
  // Where no answer shows the id, the path alone names the record: the example's.
  const idsOf = (plan: OperationPlan): Ids => (id !== undefined && plan.idParameter ? { [plan.idParameter]: id } : {});
  if (read) {
    const shown = await call(read, idsOf(read));
    if (!isGood(shown)) return `read answers ${shown.status} for ${JSON.stringify(idsOf(read))}`;
    const again = idOf(resource, recordOf(read, shown));
    if (id !== undefined && again !== undefined && String(again) !== String(id))
      return `read shows ${again}, not ${id}`;
  }
  if (create && list && id !== undefined) {
    const listed = await call(list, {});
    if (!isGood(listed)) return `list answers ${listed.status}`;
    const shown = recordsOf(list, listed);
    if (!shown.some((each) => String(idOf(resource, each)) === String(id)) && (shown.length < 1 || isWhole(list)))
      return 'list does not show what was created';
  }
  if (change) {
    const changed = await call(change, idsOf(change));
    if (!isGood(changed)) return `${change.role} answers ${changed.status}`;
  }
  if (remove) {
    const removed = await call(remove, idsOf(remove));
    if (!isGood(removed)) return `delete answers ${removed.status}`;
    if (read && (await call(read, idsOf(read))).status !== 404) return 'read finds what was deleted';
  }
  return undefined;
}

/** A list that neither pages nor asks for a filter shows all that there is. */
function isWhole({ operation, pager }: OperationPlan): boolean {
  return pager === undefined && !operation.parameters.some(({ in: place, required }) => place === 'query' && required);
}
