import { randomUUID } from 'node:crypto';
import type { LimitStates } from './limit-states.ts';
import type { Limiter, Taken } from './limiter.ts';
import { createMemory } from './memory.ts';

/** A caller's state, and the write that stored it. */
export interface StoredState {
  state: unknown;
  writeId: string;
}

export interface StateWrite extends StoredState {
  caller: string;
  /** The id of the write that the new state is based on; empty if none is known. */
  basis: string;
  /** When the state may be deleted, in milliseconds since 1970. */
  forgetAt: number;
}

/** Replaces a caller's state unless it is another than the write is based on. Returns what is stored afterwards. */
export type PutState = (write: StateWrite) => Promise<StoredState>;

/** In milliseconds: how long a request waits to be counted by a store that says nothing. */
const patience = 3_000;

/** A request that waits to be counted. */
interface Asked {
  limiter: Limiter;
  at: number;
  resolve(taken: Taken<unknown>): void;
}

/**
 * Limiter states that several servers share. A state is replaced only by one that is based on it, so each request is counted
 * once and a limit is exact over all servers. While a caller's state is being stored, its further requests wait and are then
 * counted together. Who is known to be over the limit is refused without asking, since other servers can only have added to
 * it. When the store fails or says nothing for 3 s, this server counts on its own from what it knows: at most the limit once more
 * for each server.
 */
export function createSharedLimitStates(
  put: PutState,
  now: () => number,
  onError: (error: unknown) => void,
): LimitStates {
  const known = createMemory<StoredState>(now);
  const waiting = new Map<string, Asked[]>();
  return {
    take(limiter, caller, at) {
      const local = limiter.take(known.find(caller)?.state, at);
      if (local.retryAfter !== undefined) return local;
      return new Promise((resolve) => {
        const asked = { limiter, at, resolve };
        const others = waiting.get(caller);
        if (others) return void others.push(asked);
        waiting.set(caller, [asked]);
        void serve(caller);
      });
    },
  };

  async function serve(caller: string): Promise<void> {
    for (;;) {
      const asked = waiting.get(caller) ?? [];
      if (asked.length === 0) break;
      waiting.set(caller, []);
      const taken = await count(caller, asked);
      for (const [index, { resolve }] of asked.entries()) resolve(taken[index] as Taken<unknown>);
    }
    waiting.delete(caller);
  }

  /** Counts requests on the state of all servers; again, when another has replaced that state meanwhile. */
  async function count(caller: string, asked: Asked[]): Promise<Taken<unknown>[]> {
    const memory = Math.max(...asked.map(({ limiter }) => limiter.memory));
    for (;;) {
      const basis = known.find(caller);
      const taken = takeAll(asked, basis?.state);
      if (taken.every(({ retryAfter }) => retryAfter !== undefined)) return taken;
      const state = taken.at(-1)?.state;
      const writeId = randomUUID();
      const write = { caller, state, writeId, basis: basis?.writeId ?? '', forgetAt: now() + memory };
      const stored = await inTime(put(write)).catch((error: unknown) => {
        onError(error);
        return { state, writeId: write.basis };
      });
      known.keep(caller, stored, memory);
      if (stored.state === state || stored.writeId === writeId) return taken;
    }
  }
}

function takeAll(asked: Asked[], state: unknown): Taken<unknown>[] {
  let before = state;
  return asked.map(({ limiter, at }) => {
    const taken = limiter.take(before, at);
    before = taken.state;
    return taken;
  });
}

/** Should it be stored after all, the next write learns so from what it finds. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('Limits were counted by this server alone.')), patience);
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
}
