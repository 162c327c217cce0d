import type { Profile } from '../dialect/profile.ts';
import type { ApiDocument } from '../openapi/load-api.ts';
import type { Operation } from '../openapi/operations.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { isStructured } from '../openapi/structured-types.ts';
import { findDiscoverablePlaces } from './discoverable-ids.ts';
import { findFamilies } from './find-families.ts';
import { findList } from './find-list.ts';
import { findResources, type ResourcePaths } from './find-resources.ts';
import { fitIdsToPaths } from './ids-in-paths.ts';
import { inferIdempotency } from './infer-idempotency.ts';
import { lastSegment, nameOf, placeOf } from './path-segments.ts';
import { planOperation } from './plan-operation.ts';
import type { ApiPlan, Resource } from './plan-types.ts';
import { successOf } from './success-response.ts';

/** Infers from a document which stores it needs and what each operation does to them; the profile takes precedence. */
export function planApi(
  { document, operations }: Pick<ApiDocument, 'document' | 'operations'>,
  profile: Profile = {},
): ApiPlan {
  const { versions } = profile;
  const within = profile.pageBody?.within;
  const families = findFamilies(document, operations);
  const called = new Map(families.flatMap((family) => [...family.members.keys()].map((each) => [each, family])));
  const others = operations.filter((operation) => !called.has(operation));
  const found = findResources(document, others, { versions, within });
  const resources = new Map([...found.values()].map(({ resource }) => [resource.store, resource]));
  for (const { path, resource } of families) {
    if (resources.has(resource.store)) resource.store = path.slice(1);
    resources.set(resource.store, resource);
  }
  const singletons = new Map<string, Resource>();
  for (const [path, own] of Map.groupBy(operations, ({ path }) => path)) {
    const main = profile.mainRecords?.[path];
    const resource = main ? resources.get(main) : findSingleton(path, own);
    if (resource) singletons.set(placeOf(path), resource);
  }
  for (const resource of singletons.values()) resources.set(resource.store, resource);

  const pagerOf = (store: string) => profile.resources?.[store]?.pagination ?? profile.pagination;
  const sources = {
    document,
    resources: found,
    singletons,
    families: called,
    pagerOf,
    linkHeader: profile.linkHeader,
    within,
    handled: new Set(Object.keys(profile.handlers ?? {})),
  };
  const plans = operations.map((operation) => ({
    ...planOperation(sources, operation),
    version: findOlder(operation.path),
    idempotency: inferIdempotency(operation),
  }));
  fitIdsToPaths(document, resources, plans);
  for (const [resource, own] of Map.groupBy(plans, ({ resource }) => resource)) {
    if (!resource?.itemPath) continue;
    resource.discoverableAt = findDiscoverablePlaces(document, resource, own);
    if (own.some(({ idParameter, parents }) => idParameter && parents.length === 0)) resource.standsAlone = true;
  }
  return { operations: new Map(plans.map((plan) => [plan.operation, plan])), resources };

  function findOlder(path: string): string | undefined {
    const version = versions?.find(path);
    return version === versions?.newest ? undefined : version;
  }

  /** A single record at a fixed address: a literal path that returns an object and can be written. */
  function findSingleton(path: string, own: Operation[]): Resource | undefined {
    const get = own.find(({ method }) => method === 'get');
    if (!get || lastSegment(path)?.parameter || found.has(placeOf(path))) return undefined;
    if (!own.some(({ method }) => method === 'put' || method === 'patch')) return undefined;
    const success = successOf(get);
    if (!isStructured(document, success) || findList(document, success, nameOf(path))) return undefined;
    if (!shapeOf(document, success.schema).types.has('object')) return undefined;
    return { store: storeName(nameOf(path), found), idType: 'string', schema: success.schema };
  }
}

function storeName(name: string, found: Map<string, ResourcePaths>): string {
  const taken = [...found.values()].some(({ resource }) => resource.store === name);
  return taken ? `${name} (one)` : name;
}
