import fc from 'fast-check';
import type { ServedApi } from '../../plan/served-api.ts';
import type { TestPortal } from '../test-portal.ts';
import { arbitraryStep } from './arbitrary-step.ts';
import { foreignIds, Session } from './session.ts';

const maxSteps = 20;

/** How many requests were sent, and how often each status was returned. */
export interface RequestStats {
  requests: number;
  statuses: Map<number, number>;
}

/**
 * Sends an API at least this many random requests, in sessions that each start with a new workspace. Throws the shortest
 * session that breaks a rule, with the seed that reproduces it; `stats` counts the requests until then.
 */
export async function sendRandomRequests(
  portal: TestPortal,
  api: ServedApi,
  {
    seed,
    requests,
    stats = { requests: 0, statuses: new Map() },
  }: { seed: number; requests: number; stats?: RequestStats },
): Promise<RequestStats> {
  const wanted = stats.requests + requests;
  const foreign = await foreignIds(portal, api);
  const sessions = fc.array(arbitraryStep(api), { minLength: 1, maxLength: maxSteps, size: 'max' });
  for (let round = 0; stats.requests < wanted; round++) {
    const numRuns = Math.max(1, Math.min(100, Math.ceil((wanted - stats.requests) / maxSteps)));
    await fc.assert(
      fc.asyncProperty(sessions, async (steps) => {
        const session = new Session(portal, api, { key: await portal.guest(), foreign });
        for (const step of steps) {
          const { status } = await session.take(step);
          stats.requests++;
          stats.statuses.set(status, (stats.statuses.get(status) ?? 0) + 1);
        }
      }),
      { seed: seed + round, numRuns, interruptAfterTimeLimit: 120_000 },
    );
  }
  return stats;
}
