import type { Stage } from '../activity/requests/finished-call.ts';

/** Where the time of a request goes, in milliseconds. */
export interface Stages {
  began: number;
  /** Adds the time since the last stage ended to this one. */
  end(stage: Stage): void;
  spent: Partial<Record<Stage, number>>;
}

export function startStages(): Stages {
  const began = performance.now();
  let last = began;
  const spent: Stages['spent'] = {};
  return {
    began,
    spent,
    end: (stage) => {
      const now = performance.now();
      spent[stage] = Math.round(((spent[stage] ?? 0) + now - last) * 1000) / 1000;
      last = now;
    },
  };
}
