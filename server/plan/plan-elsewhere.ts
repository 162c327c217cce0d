import type { OpenApiDocument } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { isStructured } from '../openapi/structured-types.ts';
import { findList } from './find-list.ts';
import { findNamedId } from './find-named-id.ts';
import type { ResourcePaths } from './find-resources.ts';
import { inferFilters } from './infer-filters.ts';
import { type Match, matchOf, openParameters } from './match-store.ts';
import { plain, singularOf } from './names.ts';
import { findOtherKey } from './other-keys.ts';
import { lastSegment, nameOf, plainName, segmentsOf } from './path-segments.ts';
import { planList } from './plan-collection.ts';
import { asking, planCreationInList } from './plan-creation-in-list.ts';
import type { Base, PlanSources } from './plan-sources.ts';
import type { OperationPlan, Role } from './plan-types.ts';
import { findRecordPlace, schemaAt } from './record-place.ts';
import { bodyOf, sharesNames } from './sent-body.ts';
import { createdStatus } from './success-response.ts';
import { hasSchemaOf, namesRecordIn } from './why-operation.ts';

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
    const match = matchOf(sources, operation, base, list.item);
    if (!match) return undefined;
    if (method === 'get') return planPart(sources, operation, base, match);
    return method === 'post' ? planCreationInList(sources, operation, base, match, list) : undefined;
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
  // What is created below something else than it is read below is of the same collection, if it has its name.
  const isNamesake =
    method === 'post' && plain(nameOf(path)) === plain(nameOf(paths.collection)) && !lastSegment(path)?.parameter;
  if (open && !isBelow && !isNamesake) return undefined;
  if (method === 'get') return open ? undefined : planFirst(document, plan);
  if (method !== 'post' || asking.test(plainName(lastSegment(path)?.text ?? ''))) return undefined;
  if (!isBelow && !sharesNames(document, resource.schema, bodyOf(operation))) return undefined;
  return {
    ...plan,
    role: 'create',
    itemPath: paths.item,
    success: { ...success, status: createdStatus(operation, success) },
  };
}

/** The first record, of those that are as the query asks. Where that may find none, the document has to say so. */
function planFirst(document: OpenApiDocument, plan: Omit<OperationPlan, 'role'>): OperationPlan | undefined {
  const { operation, resource } = plan;
  const required = operation.parameters.filter((each) => each.in === 'query' && each.required);
  if (required.length === 0) return { ...plan, role: 'read', isFirst: true };
  const all = inferFilters(document, required, { shown: [resource?.schema], idKey: resource?.idKey });
  const mayMiss = Object.keys(operation.responses).some((status) => /^(404|4XX|default)$/i.test(status));
  const isRead = mayMiss && required.every(({ name }) => name in all);
  return isRead ? { ...plan, role: 'read', isFirst: true, filters: all } : undefined;
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

/** The parameter of a path that is the id of a record of the store, by its name. */
function idInPath(operation: Operation, { paths, parents }: Match): string | undefined {
  const one = plain(singularOf(nameOf(paths.collection)));
  const names = new Set(
    [paths.idParameter, paths.resource.idKey, `${one}id`, one].flatMap((name) => (name ? [plain(name)] : [])),
  );
  return openParameters(operation, parents).find((parameter) => names.has(plain(parameter)));
}
