import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { memoize } from '../openapi/memoize.ts';
import type { Operation } from '../openapi/operations.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import type { ResourcePaths } from './find-resources.ts';
import { basesOf, extendsSchema } from './kin.ts';
import { placeOf, segmentsOf } from './path-segments.ts';
import type { Base, PlanSources } from './plan-sources.ts';
import type { ParentStep, RecordPlace } from './plan-types.ts';
import { keyOfSchema } from './schema-index.ts';

/** A store's paths, and what of them the path of an operation names. */
export interface Match {
  paths: ResourcePaths;
  parents: ParentStep[];
  /** Whether the path of the operation is below the collection. */
  isBelow: boolean;
  recordAt?: RecordPlace;
}

/** The store of records of a schema whose parents, if any, the path of an operation names; that of the nearest path. */
export function matchOf(
  { document, bySchema, resources }: PlanSources,
  { path }: Operation,
  base: Base,
  schema: Schema | undefined,
): Match | undefined {
  const key = keyOfSchema(document, schema);
  const own = `${placeOf(path)}/`;
  let best: Match | undefined;
  for (const paths of (key !== undefined && (bySchema.get(key) ?? builtOn(document, resources, schema))) || []) {
    const steps = segmentsOf(paths.collection).filter(({ parameter }) => parameter);
    const isBelow = own.startsWith(`${placeOf(paths.collection)}/`);
    const named = isBelow
      ? base.parents.slice(0, steps.length)
      : steps.flatMap(({ parameter }) => base.parents.find((step) => step.parameter === parameter) ?? []);
    if (named.length < steps.length) continue;
    const isNearer =
      isBelow && (!best?.isBelow || placeOf(paths.collection).length > placeOf(best.paths.collection).length);
    if (!best || isNearer) best = { paths, parents: named, isBelow };
  }
  return best;
}

/** The store of records whose schema is built on another one, if there is only one such store. */
function builtOn(
  document: OpenApiDocument,
  resources: PlanSources['resources'],
  schema: Schema | undefined,
): ResourcePaths[] {
  const { ref = '' } = shapeOf(document, schema);
  const found = (byBases(resources, document).get(ref) ?? []).filter(({ resource }) =>
    extendsSchema(document, resource.schema, schema),
  );
  return new Set(found.map(({ resource }) => resource)).size === 1 ? found : [];
}

/** The resources by the references that their schemas are composed of: a document may have thousands of both. */
const byBases = memoize((resources: PlanSources['resources'], document: OpenApiDocument) => {
  const index = new Map<string, ResourcePaths[]>();
  for (const paths of resources.values())
    for (const ref of paths.resource.schema ? basesOf(paths.resource.schema, document) : [])
      index.getOrInsertComputed(ref, () => []).push(paths);
  return index;
});

/** The parameters of a path that are no ids of the parents. */
export function openParameters({ path }: Operation, parents: ParentStep[]): string[] {
  const taken = new Set(parents.map(({ parameter }) => parameter));
  return segmentsOf(path).flatMap(({ parameter }) => (parameter && !taken.has(parameter) ? [parameter] : []));
}
