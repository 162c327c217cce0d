import { setTimeout as wait } from 'node:timers/promises';
import { basic } from '../targets.ts';
import { customers } from './load-requests.ts';

/** Milliseconds of requests, at the middle and at the 95th percentile. */
export interface Times {
  p50: number;
  p95: number;
}

/**
 * Asks two servers in turn at a moderate pace, so that both meet the same machine: one counts requests in memory, one in the
 * database that all servers share.
 */
export async function timeLimits(
  origins: { memory: string; shared: string },
  secrets: string[],
  { requests = 2000, perSecond = 200 } = {},
): Promise<{ memory: Times; shared: Times }> {
  const times: Record<'memory' | 'shared', number[]> = { memory: [], shared: [] };
  const began = performance.now();
  for (let index = 0; index < requests * 2; index++) {
    await wait(Math.max(0, began + (index * 1000) / perSecond - performance.now()));
    const which = index % 2 === 0 ? 'memory' : 'shared';
    const headers = basic(secrets[index % secrets.length] as string);
    const start = performance.now();
    const response = await fetch(origins[which] + customers, { headers });
    await response.text();
    // The first requests warm the servers up; what a limit refuses is answered sooner.
    if (index > requests / 4 && response.status === 200) times[which].push(performance.now() - start);
  }
  return { memory: percentiles(times.memory), shared: percentiles(times.shared) };
}

function percentiles(times: number[]): Times {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor(sorted.length * part)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}
