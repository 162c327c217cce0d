import type { Operation } from '../../../server/openapi/operations.ts';
import type { LoadedApi } from '../load-apis.ts';
import { keyOf, olderVersions } from './older-versions.ts';
import { newestFirst, versionInName, versionInPath } from './version-name.ts';

/** An operation in one of the versions of an API. */
export interface VersionedOperation {
  version: string;
  api: LoadedApi;
  operation: Operation;
}

/** A version of an API, and the document that has it. */
interface ApiVersion {
  version: string;
  api: LoadedApi;
  isOlder: boolean;
}

/** The versions of the operations of a portal, whether they are in one document or each in its own; APIs are known by their slugs. */
export interface Versions {
  /** The versions of an API, the newest first; none where there is only one. */
  ofApi(api: string): readonly ApiVersion[];
  /** An operation in each version that has it, itself included, the newest first. */
  ofOperation(api: string, operation: Operation): readonly VersionedOperation[];
  /** The version of an operation. */
  versionOf(api: string, operation: Operation): string | undefined;
}

/** Finds the versions of APIs: documents whose names differ in a version, and paths of a document that do. */
export function findVersions(apis: readonly LoadedApi[]): Versions {
  const series = seriesOf(apis);
  const found = new Map<string, ApiVersion[]>();
  const families = new Map<string, VersionedOperation[]>();
  for (const api of apis) {
    const names = series.get(api.slug);
    for (const operation of api.own.operations) {
      const version = versionOf(api.slug, operation);
      if (version === undefined) continue;
      const key = familyOf(api.slug, operation);
      const family = families.get(key) ?? [];
      families.set(key, family);
      if (!family.some((each) => each.version === version)) family.push({ version, api, operation });
    }
    found.set(api.slug, names ?? versionsWithin(api));
  }
  for (const family of families.values()) family.sort((a, b) => newestFirst(a.version, b.version));

  function versionOf(slug: string, operation: Operation): string | undefined {
    return series.get(slug)?.find(({ api }) => api.slug === slug)?.version ?? versionInPath(operation.path).name;
  }
  function familyOf(slug: string, operation: Operation): string {
    return `${series.get(slug)?.[0]?.api.slug ?? slug} ${keyOf(operation)}`;
  }
  return {
    ofApi: (slug) => found.get(slug) ?? [],
    ofOperation: (slug, operation) => {
      const family = families.get(familyOf(slug, operation)) ?? [];
      // One that another has the place of, as `/v1/a/{id}` has that of `/v1/a/{name}`, has no other versions.
      return family.some(({ api, operation: own }) => api.slug === slug && own.slug === operation.slug) ? family : [];
    },
    versionOf,
  };
}

/** The documents that are versions of one API, the newest first: `orders-v1` and `orders-v2`, or `orders` beside them. */
function seriesOf(apis: readonly LoadedApi[]): ReadonlyMap<string, ApiVersion[]> {
  const found = new Map<string, ApiVersion[]>();
  for (const group of Map.groupBy(apis, ({ slug }) => versionInName(slug).stem).values()) {
    const named = Map.groupBy(group, ({ slug, own }) => {
      const { version = `v${own.version.replace(/^v/i, '').split('.')[0]}` } = versionInName(slug);
      return version;
    });
    if (named.size < 2) continue;
    const series = [...named]
      .sort(([a], [b]) => newestFirst(a, b))
      .flatMap(([version, [api]], index) => (api ? [{ version, api, isOlder: index > 0 }] : []));
    for (const { api } of series) found.set(api.slug, series);
  }
  return found;
}

function versionsWithin(api: LoadedApi): ApiVersion[] {
  const older = olderVersions(api.own.operations);
  if (older.size === 0) return [];
  const names = new Set(api.own.operations.flatMap(({ path }) => versionInPath(path).name ?? []));
  return [...names].sort(newestFirst).map((version) => ({ version, api, isOlder: older.has(version) }));
}
