import type { MinuteCount } from './signals.ts';

/** The real time, and how far a workspace's clock was moved meanwhile. */
export interface WatchedTime {
  /** In milliseconds. */
  now: number;
  /** When the workspace's clock was moved forward, and by how much: what was before is so much older. */
  movedAt: number | null;
  movedBy: number;
}

const minute = 60_000;

/** The counts of the last minutes, with the one that goes on. */
export function inWindow(
  counts: MinuteCount[],
  minutes: number,
  { now, movedAt, movedBy }: WatchedTime,
): MinuteCount[] {
  const current = now - (now % minute);
  return counts.filter(({ at }) => {
    const moved = movedAt !== null && at < movedAt ? Math.max(movedBy, 0) : 0;
    return current - at + moved < minutes * minute;
  });
}
