import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { memoize } from '../openapi/memoize.ts';
import { resolve } from '../openapi/resolve.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { plain, singularOf } from '../plan/names.ts';
import type { ApiPlan, OperationPlan, Resource } from '../plan/plan-types.ts';
import { nameOfOne } from '../plan/pointers.ts';
import { isSame } from '../plan/record-place.ts';
import type { ServedApi } from '../plan/served-api.ts';

/** The store whose records a property shows, in one of its variants. */
export const resourceShownBy = memoize((property: Schema, { document, plan }: ServedApi): Resource | undefined => {
  const objects = variantsOf(document, property).filter((variant) => shapeOf(document, variant).types.has('object'));
  const isShown = (schema: Schema | undefined) =>
    objects.some((variant) => schema && isSame(document, variant, schema));
  const whole = [...plan.resources.values()].find(({ schema }) => isShown(schema));
  // A list may show its records in part.
  return whole ?? listsOfItems(plan).find(({ list }) => isShown(list?.item))?.resource;
});

/** A property and its variants. */
export function variantsOf(document: OpenApiDocument, property: Schema): Schema[] {
  const own = resolve<Schema>(document, property);
  return [property, ...(own.anyOf ?? []), ...(own.oneOf ?? []), ...(own.allOf ?? [])];
}

/** The operations that list records which are read one by one. */
const listsOfItems = memoize((plan: ApiPlan): OperationPlan[] =>
  [...plan.operations.values()].filter(({ list, resource }) => list?.item && resource?.itemPath),
);

/** The stores by what one of their records is called: `workspaces` by `workspace`. */
const byName = memoize((plan: ApiPlan): Map<string, Resource> => {
  const named = [...plan.resources.values()].filter(({ itemPath }) => itemPath !== undefined);
  return new Map(named.reverse().map((resource) => [nameOfOne(resource), resource]));
});

/** The store whose records a property shows in part, by its name. */
export function resourceNamedBy(name: string, { plan }: ServedApi): Resource | undefined {
  return byName(plan).get(plain(singularOf(name)));
}
