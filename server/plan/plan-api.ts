import type { Profile } from '../dialect/profile.ts';
import type { ApiDocument } from '../openapi/load-api.ts';
import type { Operation } from '../openapi/operations.ts';
import { describeResponses } from './describe-responses.ts';
import { findDiscoverablePlaces, isOfDays } from './discoverable-ids.ts';
import { findFamilies } from './find-families.ts';
import { findListsByParameter } from './find-lists-by-parameter.ts';
import { findResources } from './find-resources.ts';
import { findSingletons } from './find-singletons.ts';
import { fitIdsToPaths, fitIdsToPointers } from './ids-in-paths.ts';
import { inferIdempotency } from './infer-idempotency.ts';
import { atHome, joinHomes, withLinkAbove } from './join-homes.ts';
import { joinLists } from './join-lists.ts';
import { keepUnread } from './keep-unread.ts';
import { withListsByParents } from './lists-by-parents.ts';
import { withListsOfSeveral } from './lists-of-several.ts';
import { oneOrList } from './one-or-list.ts';
import { placeOf } from './path-segments.ts';
import { planOperation } from './plan-operation.ts';
import type { ApiPlan, OperationPlan, Success } from './plan-types.ts';
import { indexBySchema } from './schema-index.ts';
import { successOf } from './success-response.ts';
import { isUndescribed } from './why-operation.ts';

/** Infers from a document which stores it needs and what each operation does to them; the profile takes precedence. */
export function planApi(
  { document, operations: declared }: Pick<ApiDocument, 'document' | 'operations'>,
  profile: Profile = {},
): ApiPlan {
  const described = describeResponses(document, declared);
  const operations = [...described.keys()];
  const { versions } = profile;
  const within = profile.pageBody?.within;
  const handled = new Set(Object.keys(profile.handlers ?? {}));
  const families = findFamilies(document, operations);
  const called = new Map(families.flatMap((family) => [...family.members.keys()].map((each) => [each, family])));
  const others = operations.filter((operation) => !called.has(operation));
  const found = findResources(document, others, { versions, within });
  joinLists(document, found);
  for (const [place, paths] of findListsByParameter(document, others, found)) found.set(place, paths);
  const isFree = Object.keys(profile).length === 0;
  if (isFree) joinHomes(document, found);
  const resources = new Map([...found.values()].map(({ resource }) => [resource.store, resource]));
  for (const { path, resource } of families) {
    if (resources.has(resource.store)) resource.store = path.slice(1);
    resources.set(resource.store, resource);
  }
  const singletons = findSingletons(document, operations, { found, handled });
  for (const path of new Set(operations.map((operation) => operation.path))) {
    const main = profile.mainRecords?.[path];
    const resource = main && resources.get(main);
    if (resource) singletons.set(placeOf(path), { resource, isWritten: true });
  }
  for (const { resource } of singletons.values()) resources.set(resource.store, resource);

  const pagerOf = (store: string) => profile.resources?.[store]?.pagination ?? profile.pagination;
  const sources = {
    document,
    resources: found,
    bySchema: indexBySchema(document, found.values()),
    singletons,
    families: called,
    pagerOf,
    hasRules: (store: string) => profile.resources?.[store] !== undefined,
    linkHeader: profile.linkHeader,
    isSorted: profile.sort !== undefined,
    within,
    handled,
  };
  const planned = operations.map((operation) => planAs(described.get(operation) as Operation, operation));
  const homed = planned.map((plan) => {
    const home = found.get(placeOf(plan.operation.path))?.home;
    return isFree ? withLinkAbove(document, found, home ? atHome(plan, home) : plan) : plan;
  });
  const listed = withListsOfSeveral(document, withListsByParents(document, homed));
  const plans = keepUnread(document, listed, { resources, handled });
  fitIdsToPaths(document, resources, plans);
  for (const [resource, own] of Map.groupBy(plans, ({ resource }) => resource)) {
    if (!resource?.itemPath) continue;
    resource.discoverableAt = findDiscoverablePlaces(document, resource, own);
    if (isOfDays(document, resource, own)) resource.isOfDays = true;
    if (own.some(({ idParameter, parents }) => idParameter && parents.length === 0)) resource.standsAlone = true;
  }
  fitIdsToPointers(document, resources);
  return { operations: new Map(plans.map((plan) => [plan.operation, plan])), resources };

  /** Plans an operation by its description, which may say more than the document does. */
  function planAs(operation: Operation, asDescribed: Operation): OperationPlan {
    const plan = planOperation(sources, asDescribed);
    const isInferred = operation !== asDescribed && !oneOrList(document, successOf(operation).schema);
    const inferred: Success = plan.role === 'stateless' ? successOf(operation) : { ...plan.success, isInferred };
    return {
      ...plan,
      operation,
      success: isInferred ? inferred : plan.success,
      why: isInferred && plan.role !== 'stateless' ? [...plan.why, isUndescribed] : plan.why,
      version: findOlder(operation.path),
      idempotency: inferIdempotency(operation),
    };
  }

  function findOlder(path: string): string | undefined {
    const version = versions?.find(path);
    return version === versions?.newest ? undefined : version;
  }
}
