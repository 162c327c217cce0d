/** Remembers a value of each caller for a while. */
export interface Memory<Value> {
  size(): number;
  find(caller: string): Value | undefined;
  /** Stores a value; it may be dropped after so many milliseconds. */
  keep(caller: string, value: Value, milliseconds: number): void;
}

/** Drops expired values, and above the cap those not stored for longest. `now` is real time in milliseconds. */
export function createMemory<Value>(now: () => number, cap = 50_000): Memory<Value> {
  const entries = new Map<string, { value: Value; forgetAt: number }>();
  return {
    size: () => entries.size,
    find: (caller) => entries.get(caller)?.value,
    keep(caller, value, milliseconds) {
      const time = now();
      // A map keeps insertion order, so the most recently stored comes last.
      entries.delete(caller);
      entries.set(caller, { value, forgetAt: time + milliseconds });
      for (const [key, { forgetAt }] of entries) {
        if (forgetAt > time && entries.size <= cap) break;
        entries.delete(key);
      }
    },
  };
}
