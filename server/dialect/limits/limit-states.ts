import type { Limiter, Taken } from './limiter.ts';

/** The limiter state of each caller, across all APIs, in this process. */
export interface LimitStates {
  /** Counts a request of a caller; `at` is the time on the workspace's clock. */
  take(limiter: Limiter, caller: string, at: number): Taken<unknown>;
  size(): number;
}

/** Holds the states in memory; drops expired ones, and above the cap the least recently used. */
export function createLimitStates(now: () => number, cap = 50_000): LimitStates {
  const states = new Map<string, { state: unknown; forgetAt: number }>();
  return {
    size: () => states.size,
    take: (limiter, caller, at) => {
      const time = now();
      const taken = limiter.take(states.get(caller)?.state, at);
      // A map keeps insertion order, so the most recently used comes last.
      states.delete(caller);
      states.set(caller, { state: taken.state, forgetAt: time + limiter.memory });
      for (const [key, { forgetAt }] of states) {
        if (forgetAt > time && states.size <= cap) break;
        states.delete(key);
      }
      return taken;
    },
  };
}
