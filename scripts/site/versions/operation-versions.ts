import type { FaultBook } from '../../../server/openapi/isolation/fault-book.ts';
import { isolateNow } from '../../../server/openapi/isolation/isolate.ts';
import { memoize } from '../../../server/openapi/memoize.ts';
import type { Operation } from '../../../server/openapi/operations.ts';
import type { ServedApi } from '../../../server/plan/served-api.ts';
import type { Change, OperationVersions, VersionEnd, VersionRef } from '../../../src/documents/operation-versions.ts';
import type { LoadedApi } from '../load-apis.ts';
import { createOperationReader } from '../operation-data.ts';
import { compareVersions } from './compare-versions.ts';
import type { VersionedOperation, Versions } from './find-versions.ts';

/** So many differences are shown; of more, how many there are. */
const most = 60;

/** Returns a function that tells of an operation's versions; undefined where there is only one. */
export function tellVersions(
  versions: Versions,
  served: ReadonlyMap<string, ServedApi>,
  faults: FaultBook,
): (api: LoadedApi, operation: Operation) => OperationVersions | undefined {
  const readerOf = memoize((api: LoadedApi) => createOperationReader(api.own, () => []));
  const compared = memoize((newer: VersionedOperation) => new Map<VersionedOperation, Change[]>([[newer, []]]));

  function compare(older: VersionedOperation, newer: VersionedOperation): Change[] | undefined {
    const known = compared(newer);
    const make = () => compareVersions(readerOf(older.api)(older.operation), readerOf(newer.api)(newer.operation));
    const changes = known.get(older) ?? isolateNow(faults, 'pages', newer.api, make, { leftOut: 'part' });
    if (changes) known.set(older, changes);
    return changes;
  }

  function changesOf(family: readonly VersionedOperation[], place: number): OperationVersions['changes'] {
    const newer = family[Math.max(0, place - 1)];
    const older = family[Math.max(1, place)];
    if (!newer || !older) return undefined;
    const changes = compare(older, newer);
    if (!changes) return undefined;
    const others = changes.length - most;
    return {
      from: older.version,
      to: newer.version,
      changes: changes.slice(0, most),
      ...(others > 0 && { others }),
    };
  }

  return (api, operation) => {
    const own = versions.versionOf(api.slug, operation);
    if (own === undefined) return undefined;
    const family = versions.ofOperation(api.slug, operation);
    const ofApi = versions.ofApi(api.slug);
    const names = ofApi.length > 0 ? ofApi : family.map(({ version }) => ({ version, isOlder: false }));
    if (names.length < 2 || !names.some(({ version }) => version === own)) return undefined;
    const all = names.map(({ version, isOlder }): VersionRef => {
      const isCurrent = version === own;
      const same = family.find((each) => each.version === version);
      const to = same && !isCurrent ? { to: `/reference/${same.api.slug}/${same.operation.slug}` } : {};
      return { name: version, ...to, isCurrent, isOlder };
    });
    const changes = changesOf(
      family,
      family.findIndex((each) => each.version === own),
    );
    const isOlder = all.some((each) => each.isCurrent && each.isOlder);
    return {
      all,
      ...(isOlder && { older: endOf(served.get(api.slug), own) }),
      ...(changes && { changes }),
    };
  };
}

/** What the profile of an API says of an older version. */
export function endOf(served: ServedApi | undefined, version: string): VersionEnd {
  const { deprecated, sunset, guide } = served?.profile.versions?.older[version] ?? {};
  return { ...(deprecated && { deprecated }), ...(sunset && { sunset }), ...(guide && { guide }) };
}
