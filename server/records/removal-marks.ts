const suffix = ' (removed)';

/** The store that remembers which assumed records of a store were removed. */
export function removalMarksOf(store: string): string {
  return store + suffix;
}

/** Whether a store only remembers removals. */
export function isRemovalMark(store: string): boolean {
  return store.endsWith(suffix);
}

/** The store whose records a store has, or whose removals it remembers. */
export function storeOfMark(store: string): string {
  return isRemovalMark(store) ? store.slice(0, -suffix.length) : store;
}
