import fc from 'fast-check';
import type { ServedApi } from '../../plan/served-api.ts';
import type { TestPortal } from '../test-portal.ts';
import { arbitraryStep } from './arbitrary-step.ts';
import { Session, strangersIds } from './session.ts';

const longestSession = 20;

/** What was sent, and how often each status was answered. */
export interface Played {
  requests: number;
  statuses: Map<number, number>;
}

/**
 * Sends an API at least so many random requests, in sessions that begin with a new workspace each. Throws the shortest session
 * that breaks a promise, and the seed by which it is found again; what was sent until then is in `played`.
 */
export async function playRandomly(
  portal: TestPortal,
  api: ServedApi,
  {
    seed,
    requests,
    played = { requests: 0, statuses: new Map() },
  }: { seed: number; requests: number; played?: Played },
): Promise<Played> {
  const wanted = played.requests + requests;
  const strange = await strangersIds(portal, api);
  const sessions = fc.array(arbitraryStep(api), { minLength: 1, maxLength: longestSession, size: 'max' });
  for (let round = 0; played.requests < wanted; round++) {
    const numRuns = Math.max(1, Math.min(100, Math.ceil((wanted - played.requests) / longestSession)));
    await fc.assert(
      fc.asyncProperty(sessions, async (steps) => {
        const session = new Session(portal, api, { key: await portal.guest(), strange });
        for (const step of steps) {
          const { status } = await session.take(step);
          played.requests++;
          played.statuses.set(status, (played.statuses.get(status) ?? 0) + 1);
        }
      }),
      { seed: seed + round, numRuns, interruptAfterTimeLimit: 120_000 },
    );
  }
  return played;
}
