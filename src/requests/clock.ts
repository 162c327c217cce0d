import type { LoggedRequest } from '../generated/platform/types.gen.ts';

/** Whether the workspace's clock showed another time than the real one. */
export function isOnOwnClock({ at, clock_at }: LoggedRequest): boolean {
  return Math.abs(Date.parse(clock_at) - Date.parse(at)) >= 1_000;
}
