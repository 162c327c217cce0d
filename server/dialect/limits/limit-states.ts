import type { Limiter, Taken } from './limiter.ts';
import { createMemory } from './memory.ts';

/** The limiter state of each caller, across all APIs. */
export interface LimitStates {
  /** Counts a request of a caller; `at` is the time on the workspace's clock, in milliseconds. Never fails. */
  take(limiter: Limiter, caller: string, at: number): Taken<unknown> | Promise<Taken<unknown>>;
}

interface LocalLimitStates extends LimitStates {
  take(limiter: Limiter, caller: string, at: number): Taken<unknown>;
  /** How many callers are known. */
  size(): number;
}

/** Holds the states in memory: for the only server of a database. */
export function createLimitStates(now: () => number, cap?: number): LocalLimitStates {
  const states = createMemory<unknown>(now, cap);
  return {
    size: states.size,
    take: (limiter, caller, at) => {
      const taken = limiter.take(states.find(caller), at);
      states.keep(caller, taken.state, limiter.memory);
      return taken;
    },
  };
}
