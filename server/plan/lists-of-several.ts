import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { resolve } from '../openapi/resolve.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { isKin } from './kin.ts';
import { findParentProperty } from './parent-property.ts';
import type { ListOfStore, OperationPlan, ParentStep, Resource } from './plan-types.ts';
import { listsSeveral } from './why-operation.ts';

/**
 * Plans in which a list of records of several kinds below another record, `/folders/{id}/items` of files and folders, shows those records
 * of the stores of these kinds that name that record.
 */
export function withListsOfSeveral(document: OpenApiDocument, plans: OperationPlan[]): OperationPlan[] {
  const homes = new Map<Resource, ParentStep[]>();
  for (const { role, resource, parents } of plans) if (resource && role === 'read') homes.set(resource, parents);
  const free = [...homes].flatMap(([resource, parents]) => (parents.length === 0 ? [resource] : []));
  const resources = new Map(free.map((resource) => [resource.store, resource]));
  return plans.map((plan) => {
    const above = plan.parents.at(-1);
    const parent = above?.store === undefined ? undefined : resources.get(above.store);
    const kinds = plan.role === 'list' && parent ? kindsOf(document, plan.list?.item) : [];
    if (!above || !parent || kinds.length < 2 || kinds.some((kind) => isSomewhere(kind))) return plan;
    return listingAll(plan, above, parent, kinds);
  });

  /** Whether records of a kind are stored for themselves, as they are in the list. */
  function isSomewhere(kind: Schema): boolean {
    return storeOf(kind) === undefined;
  }

  function storeOf(kind: Schema): Resource | undefined {
    return free.find((resource) => isKin(document, resource.schema, kind));
  }

  function listingAll(plan: OperationPlan, above: ParentStep, parent: Resource, kinds: Schema[]): OperationPlan {
    const several = kinds.flatMap((item): ListOfStore[] => {
      const resource = storeOf(item);
      const property = resource && findParentProperty(document, resource.schema, above, parent);
      return resource && property ? [{ resource, property, item }] : [];
    });
    if (several.length < kinds.length) return plan;
    const stores = several.map(({ resource }) => resource.store).join(', ');
    return { ...plan, several, why: [listsSeveral(stores), ...plan.why] };
  }
}

/** The schemas of the objects that an item of a list may be. */
function kindsOf(document: OpenApiDocument, item: Schema | undefined): Schema[] {
  const { oneOf, anyOf } = item ? resolve<Schema>(document, item) : {};
  const kinds = (oneOf ?? anyOf ?? []).filter((kind) => shapeOf(document, kind).types.has('object'));
  return kinds.length === (oneOf ?? anyOf ?? []).length ? kinds : [];
}
