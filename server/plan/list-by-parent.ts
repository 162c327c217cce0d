import type { OpenApiDocument } from '../openapi/document-types.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { plain, singularOf } from './names.ts';
import { parentPath, placeOf } from './path-segments.ts';
import type { OperationPlan, ParentStep } from './plan-types.ts';
import { hasSchemaOf } from './why-operation.ts';

/**
 * A list below one more record than where its records are created and read, `/accounts/{account_id}/transactions` of `/transactions`,
 * shows those of them that name that record, where they have a property for it.
 */
export function asListByParent(
  document: OpenApiDocument,
  plan: OperationPlan,
  plans: readonly OperationPlan[],
): OperationPlan {
  const { role, resource, parents, operation, list } = plan;
  const own = resource?.itemPath === undefined ? undefined : placeOf(parentPath(resource.itemPath));
  const place = placeOf(operation.path);
  if (role !== 'list' || !resource || !list || own === undefined || place === own) return plan;
  if (plans.some((other) => other.role === 'create' && placeOf(other.operation.path) === place)) return plan;
  const home = plans.find((other) => other.resource === resource && placeOf(other.operation.path) === own)?.parents;
  if (!home || home.length >= parents.length || !home.every((step, index) => isSameStep(step, parents[index])))
    return plan;
  const names = Object.keys(shapeOf(document, list.item).properties);
  const filters = parents.slice(home.length).map((step) => [step.parameter, findProperty(names, step)] as const);
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

/** The property that names a record above: `account_id`, `account`. */
function findProperty(names: string[], { parameter, name }: ParentStep): string | undefined {
  const one = plain(singularOf(name));
  const wanted = [plain(parameter), `${one}id`, one];
  return wanted.map((each) => names.find((property) => plain(property) === each)).find(Boolean);
}
