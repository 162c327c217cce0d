import type { Operation } from '../../../server/openapi/operations.ts';
import { newestFirst, versionInPath } from './version-name.ts';

/** What operations of two versions of a document have in common. */
export function keyOf({ method, path }: Pick<Operation, 'method' | 'path'>): string {
  return `${method} ${versionInPath(path).rest}`;
}

/**
 * The older versions of an API within its document, each with its operations: those of which at least half are deprecated or in a
 * newer version, too. A version that is a part of an API of its own, beside another, is none.
 */
export function olderVersions(operations: readonly Operation[]): ReadonlyMap<string, readonly Operation[]> {
  const named = operations.filter(({ path }) => versionInPath(path).name !== undefined);
  const byName = Map.groupBy(named, ({ path }) => versionInPath(path).name as string);
  const names = [...byName.keys()].sort(newestFirst);
  const newer = new Set<string>();
  const older = new Map<string, readonly Operation[]>();
  for (const name of names) {
    const own = byName.get(name) ?? [];
    const shared = own.filter((each) => newer.has(keyOf(each)));
    const old = own.filter((each) => each.operation.deprecated || newer.has(keyOf(each)));
    if (shared.length > 0 && old.length * 2 >= own.length) older.set(name, own);
    for (const each of own) newer.add(keyOf(each));
  }
  return older;
}
