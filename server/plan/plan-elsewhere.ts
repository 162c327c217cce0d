import type { Schema } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { isStructured } from '../openapi/structured-types.ts';
import { findNamedId } from './find-families.ts';
import { findList } from './find-list.ts';
import type { ResourcePaths } from './find-resources.ts';
import { plain, singularOf } from './names.ts';
import { findOtherKey } from './other-keys.ts';
import { lastSegment, nameOf, placeOf, plainName, segmentsOf } from './path-segments.ts';
import { planList } from './plan-collection.ts';
import type { Base, PlanSources } from './plan-sources.ts';
import type { OperationPlan, ParentStep, RecordPlace, Role } from './plan-types.ts';
import { findRecordPlace, schemaAt } from './record-place.ts';
import { keyOfSchema } from './schema-index.ts';
import { bodyOf, sharesNames } from './sent-body.ts';
import { createdStatus } from './success-response.ts';
import { hasSchemaOf, namesRecordIn } from './why-operation.ts';

/** Verbs that say what would be, and change nothing. */
const asking =
  /^_?(search|query|find|filter|list|lookup|fetch|get|read|validate|verify|check|test|preview|simulate|estimate|calculate|compute|count|quote|dryrun|export|download|render|diff|compare)/i;

/** A store's paths, and what of them the path of an operation names. */
interface Match {
  paths: ResourcePaths;
  parents: ParentStep[];
  /** Whether the path of the operation is below the collection. */
  isBelow: boolean;
  recordAt?: RecordPlace;
}

/**
 * Plans an operation at an address of its own whose answer has the schema of the records of a store: `/me`, `/users/by-name/{name}`,
 * `/servers/{id}/actions/reboot`.
 */
export function planElsewhere(sources: PlanSources, operation: Operation, base: Base): OperationPlan | undefined {
  const { document } = sources;
  const { method, path } = operation;
  if (!isStructured(document, base.success)) return undefined;
  const list = findList(document, base.success, nameOf(path));
  if (list) {
    const match = method === 'get' ? matchOf(sources, operation, base, list.item) : undefined;
    return match && planPart(sources, operation, base, match);
  }
  const match = findMatch(sources, operation, base);
  if (!match) return undefined;
  const { paths, parents, recordAt, isBelow } = match;
  const { resource } = paths;
  const success = { ...base.success, recordAt };
  const why = [hasSchemaOf(resource.store), ...paths.why];
  const plan = { ...base, parents, resource, success, why };
  const idParameter = idInPath(operation, match);
  if (idParameter !== undefined) {
    const role = rolesOfNamed[method];
    return role && { ...plan, role, idParameter };
  }
  const open = segmentsOf(path).some(
    ({ parameter }) => parameter && !parents.some((step) => step.parameter === parameter),
  );
  const named = findNamedId(document, operation, nameOf(paths.collection), resource.idKey);
  const isInQuery = operation.parameters.some(({ in: place, name }) => place === 'query' && name === named?.name);
  if (named && (isInQuery || named.required || method === 'put' || method === 'patch')) {
    const role = rolesOfNamed[method];
    const idFrom = { in: isInQuery ? ('query' as const) : ('body' as const), name: named.name };
    return role && { ...plan, role, idFrom, why: [namesRecordIn(named.name), ...why] };
  }
  const key = method === 'get' && isBelow ? findOtherKey(document, resource.schema, path) : undefined;
  const [only, other] = openParameters(operation, parents);
  if (key !== undefined && only !== undefined && other === undefined && lastSegment(path)?.parameter === only)
    return { ...plan, role: 'read', isFirst: true, pathFilters: { [only]: key } };
  if (open && !isBelow) return undefined;
  const asks = operation.parameters.some(({ in: place, required }) => place === 'query' && required);
  if (method === 'get') return open || asks ? undefined : { ...plan, role: 'read', isFirst: true };
  if (method !== 'post' || asking.test(plainName(lastSegment(path)?.text ?? ''))) return undefined;
  if (!isBelow && !sharesNames(document, resource.schema, bodyOf(operation))) return undefined;
  return {
    ...plan,
    role: 'create',
    itemPath: paths.item,
    success: { ...success, status: createdStatus(operation, success) },
  };
}

const rolesOfNamed: Partial<Record<Operation['method'], Role>> = {
  get: 'read',
  put: 'change',
  patch: 'change',
  post: 'act',
};

/** A list of those records of a store that have what the path says: `/branches/country/{country}`. */
function planPart(
  sources: PlanSources,
  operation: Operation,
  base: Base,
  { paths, parents }: Match,
): OperationPlan | undefined {
  const { document } = sources;
  const list = findList(document, base.success, nameOf(operation.path));
  if (!list) return undefined;
  const names = Object.keys(shapeOf(document, list.item).properties);
  const pathFilters: Record<string, string> = {};
  for (const parameter of openParameters(operation, parents)) {
    const property = names.find((name) => plain(name) === plain(parameter));
    if (property !== undefined) pathFilters[parameter] = property;
  }
  if (Object.keys(pathFilters).length === 0) return undefined;
  const plan = planList(sources, operation, { ...base, parents }, paths, list);
  return { ...plan, pathFilters, why: [hasSchemaOf(paths.resource.store), ...paths.why] };
}

function openParameters({ path }: Operation, parents: ParentStep[]): string[] {
  const taken = new Set(parents.map(({ parameter }) => parameter));
  return segmentsOf(path).flatMap(({ parameter }) => (parameter && !taken.has(parameter) ? [parameter] : []));
}

/** The record in a response, which may be beside others, and the store of such records. */
function findMatch(sources: PlanSources, operation: Operation, base: Base): Match | undefined {
  const { document } = sources;
  const { schema } = base.success;
  const found = findRecordPlace(document, base.success, nameOf(operation.path));
  const whole = matchOf(sources, operation, base, schemaAt(document, schema, found));
  if (whole) return { ...whole, recordAt: found };
  for (const [name, property] of Object.entries(shapeOf(document, schema).properties)) {
    const match = matchOf(sources, operation, base, property);
    if (match && isNamedLike(name, match.paths)) return { ...match, recordAt: [name] };
  }
  return undefined;
}

function isNamedLike(name: string, { collection }: ResourcePaths): boolean {
  return plain(name) === plain(singularOf(nameOf(collection)));
}

/** The store of records of a schema whose parents, if any, the path of an operation names; that of the nearest path. */
function matchOf(
  { document, bySchema }: PlanSources,
  { path }: Operation,
  base: Base,
  schema: Schema | undefined,
): Match | undefined {
  const key = keyOfSchema(document, schema);
  const own = `${placeOf(path)}/`;
  let best: Match | undefined;
  for (const paths of (key !== undefined && bySchema.get(key)) || []) {
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

/** The parameter of a path that is the id of a record of the store, by its name. */
function idInPath(operation: Operation, { paths, parents }: Match): string | undefined {
  const one = plain(singularOf(nameOf(paths.collection)));
  const names = new Set(
    [paths.idParameter, paths.resource.idKey, `${one}id`, one].flatMap((name) => (name ? [plain(name)] : [])),
  );
  return openParameters(operation, parents).find((parameter) => names.has(plain(parameter)));
}
