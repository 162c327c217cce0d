/** Work that nobody waits for, until everything ends. */
export interface InFlight {
  add<T>(work: Promise<T>): Promise<T>;
  /** Resolves when all of it has ended, with what was added meanwhile. */
  ended(): Promise<void>;
}

/** Keeps track of work, whether it fails or not. */
export function createInFlight(): InFlight {
  const works = new Set<Promise<unknown>>();
  return {
    add: (work) => {
      works.add(work);
      const forget = () => works.delete(work);
      work.then(forget, forget);
      return work;
    },
    ended: async () => {
      while (works.size > 0) await Promise.allSettled(works);
    },
  };
}
