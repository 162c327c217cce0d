const removed = ' (removed)';

/** The store of what callers sent that is kept as it is; no document has a resource for it. */
export const contentStore = '(contents)';

/** The store that remembers which assumed records of a store were removed. */
export function removalMarksOf(store: string): string {
  return store + removed;
}

/** Whether a store only remembers removals. */
export function isRemovalMark(store: string): boolean {
  return store.endsWith(removed);
}

/** Whether an API has a store: its plan's, what these remember of removals, and the contents. */
export function hasStore(resources: ReadonlyMap<string, unknown>, store: string): boolean {
  return store === contentStore || resources.has(isRemovalMark(store) ? store.slice(0, -removed.length) : store);
}
