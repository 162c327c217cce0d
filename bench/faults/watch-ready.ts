import { setTimeout as wait } from 'node:timers/promises';

/** In milliseconds: how often `/readyz` is asked, and how long it may take. */
const every = 50;
const patience = 5_000;

/** What `/readyz` said, and when (`performance.now()`); status 0 is no answer. */
export interface Readiness {
  at: number;
  status: number;
}

/** Asks a server all the time whether it is ready; `stop` returns each change of what it said. */
export function watchReady(origin: string): { stop(): Promise<Readiness[]> } {
  const changes: Readiness[] = [];
  let isOver = false;
  const watch = async () => {
    while (!isOver) {
      const status = await ask(origin);
      if (status !== changes.at(-1)?.status) changes.push({ at: performance.now(), status });
      await wait(every);
    }
    return changes;
  };
  const watching = watch();
  return {
    stop: () => {
      isOver = true;
      return watching;
    },
  };
}

async function ask(origin: string): Promise<number> {
  const answer = await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(patience) }).catch(() => undefined);
  await answer?.body?.cancel();
  return answer?.status ?? 0;
}
