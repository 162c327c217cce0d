import type { OpenApiDocument } from '../openapi/document-types.ts';
import { findParentProperty } from './parent-property.ts';
import { parentPath, placeOf } from './path-segments.ts';
import type { OperationPlan, ParentStep, Resource } from './plan-types.ts';
import { hasSchemaOf } from './why-operation.ts';

/**
 * Plans in which a list below one more record than where its records are created and read, `/accounts/{account_id}/transactions` of
 * `/transactions`, shows those of them that name that record, where they have a property for it.
 */
export function withListsByParents(document: OpenApiDocument, plans: OperationPlan[]): OperationPlan[] {
  const placed = plans.map((plan) => ({ plan, place: placeOf(plan.operation.path) }));
  const created = new Set(placed.flatMap(({ plan, place }) => (plan.role === 'create' ? [place] : [])));
  const homePlaces = new Map<Resource | undefined, string | undefined>();
  const homeOf = (resource: Resource) => homePlaces.getOrInsertComputed(resource, placeOfHome);
  const homes = new Map<Resource, ParentStep[]>();
  for (const { plan, place } of placed)
    if (plan.resource && place === homeOf(plan.resource)) homes.set(plan.resource, plan.parents);
  const stores = new Map(plans.flatMap(({ resource }) => (resource ? [[resource.store, resource]] : [])));
  return placed.map(({ plan, place }) => {
    const home = plan.resource && homes.get(plan.resource);
    const isAtHome = !plan.resource || place === homeOf(plan.resource) || created.has(place);
    return plan.role === 'list' && home && !isAtHome ? listedBy(document, plan, home, stores) : plan;
  });
}

function placeOfHome(resource: Resource | undefined): string | undefined {
  return resource?.itemPath === undefined ? undefined : placeOf(parentPath(resource.itemPath));
}

function listedBy(
  document: OpenApiDocument,
  plan: OperationPlan,
  home: ParentStep[],
  stores: Map<string, Resource>,
): OperationPlan {
  const { parents, list, resource } = plan;
  const isBelowMore = home.length < parents.length && home.every((step, index) => isSameStep(step, parents[index]));
  if (!isBelowMore || !list || !resource) return plan;
  const filters = parents.slice(home.length).map((step) => {
    const parent = step.store === undefined ? undefined : stores.get(step.store);
    return [step.parameter, findParentProperty(document, list.item, step, parent)] as const;
  });
  if (filters.some(([, property]) => property === undefined)) return plan;
  return {
    ...plan,
    parents: home,
    pathFilters: Object.fromEntries(filters) as Record<string, string>,
    why: [hasSchemaOf(resource.store), ...plan.why],
  };
}

function isSameStep(one: ParentStep, other: ParentStep | undefined): boolean {
  return one.name === other?.name && one.store === other.store;
}
