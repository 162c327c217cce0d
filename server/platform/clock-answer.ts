import type { Answer } from '../answers/answer.ts';

/** Responds with a workspace's clock: its time, and how far it is ahead of real time. */
export function clockAnswer(real: Date, offset: number): Answer {
  const body = { now: new Date(real.getTime() + offset).toISOString(), ahead_seconds: offset / 1000 };
  return { status: 200, mediaType: 'application/json', body };
}
