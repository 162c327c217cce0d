import type { Answer } from '../../answers/answer.ts';
import type { Incoming } from '../../answers/incoming.ts';
import { Refusal } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import { entityTagOf, matchesStrongly, matchesWeakly } from '../../dialect/caching/entity-tag.ts';

const changing = new Set(['PUT', 'PATCH', 'DELETE']);

/** Whether a request has a precondition on the record that it changes. */
export function hasPrecondition({ method, headers }: Incoming): boolean {
  return changing.has(method) && (headers['if-match'] !== undefined || headers['if-none-match'] !== undefined);
}

/**
 * Refuses with 412 a change to a record that differs from what the caller saw (RFC 9110, 13.1); `current` is the current GET
 * response, if any, which is sent as any of `types`.
 */
export function checkPreconditions({ headers }: Incoming, current: Answer | undefined, types: string[]): void {
  // Each format has its own entity tag, and the caller may have read any of them.
  const tags = current ? types.map((mediaType) => entityTagOf({ ...current, mediaType })) : [];
  const wanted = headers['if-match'];
  if (wanted !== undefined && !(current && matchesStrongly(wanted, tags)))
    throw new Refusal('precondition_failed', changedSince);
  const unwanted = headers['if-none-match'];
  if (unwanted !== undefined && tags.some((tag) => matchesWeakly(unwanted, tag)))
    throw new Refusal('precondition_failed', isThere);
}

const changedSince = say('preconditions.changed');
const isThere = say('preconditions.exists');
