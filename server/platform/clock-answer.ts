import type { Answer } from '../answers/answer.ts';

/** Answers with a workspace's clock: what it shows, and by how much it is ahead of the real one. */
export function clockAnswer(real: Date, offset: number): Answer {
  const body = { now: new Date(real.getTime() + offset).toISOString(), ahead_seconds: offset / 1000 };
  return { status: 200, mediaType: 'application/json', body };
}
