import type { Limiter, Taken } from './limiter.ts';

/** What is known of the callers of all APIs, in this process. */
export interface LimitStates {
  /** Counts a request of a caller; `at` is the time on the caller's own clock. */
  take(limiter: Limiter, caller: string, at: number): Taken<unknown>;
  /** How many callers are known. */
  size(): number;
}

/** Keeps the callers' states in memory: those that rested long are forgotten, and past the cap the longest unused. */
export function createLimitStates(now: () => number, cap = 50_000): LimitStates {
  const states = new Map<string, { state: unknown; forgetAt: number }>();
  return {
    size: () => states.size,
    take: (limiter, caller, at) => {
      const time = now();
      const taken = limiter.take(states.get(caller)?.state, at);
      // A map keeps its order: what was used last stands last.
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
