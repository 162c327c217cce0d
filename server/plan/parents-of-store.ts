import type { ApiPlan, OperationPlan, Resource } from './plan-types.ts';

const aboveStores = new WeakMap<Resource, OperationPlan['parents']>();

/** The path parameters above a store's collection; the longest path, if there are several. */
export function parentsOfStore(plan: ApiPlan, resource: Resource): OperationPlan['parents'] {
  let parents = aboveStores.get(resource);
  if (!parents) {
    for (const [owner, operations] of Map.groupBy(plan.operations.values(), (operation) => operation.resource))
      if (owner) aboveStores.set(owner, longestOf(operations));
    parents = aboveStores.get(resource) ?? [];
    aboveStores.set(resource, parents);
  }
  return parents;
}

function longestOf(operations: OperationPlan[]): OperationPlan['parents'] {
  const own = operations.filter(({ role }) => role !== 'act' && role !== 'represent');
  return own.map(({ parents }) => parents).sort((a, b) => b.length - a.length)[0] ?? [];
}
