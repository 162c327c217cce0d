import { Refusal } from '../../answers/refusal.ts';
import { joinTexts, say } from '../../answers/say.ts';
import type { Texts } from '../../answers/texts.ts';
import { type DatabaseFailure, findFailure } from '../../db/database-failure.ts';

/** Seconds after which a request is worth another try. */
const retryAfter: Record<DatabaseFailure, number> = {
  unreachable: 2,
  overloaded: 2,
  locked: 2,
  deadlocked: 1,
  'disk full': 60,
  'read only': 5,
};

/** A commit whose response was lost is in doubt, so these never say that nothing was changed. */
const again: Texts = say('database.again');

const reasons: Record<DatabaseFailure, Texts> = {
  unreachable: say('database.unreachable'),
  overloaded: say('database.overloaded'),
  locked: say('database.locked'),
  deadlocked: say('database.deadlocked'),
  'disk full': say('database.disk-full'),
  'read only': say('database.read-only'),
};

/** Refuses (503, with Retry-After) a request that a failing database stopped; undefined for an error of the program. */
export function findRefusalOfFailure(error: unknown): Refusal | undefined {
  const failure = findFailure(error);
  if (!failure) return undefined;
  const headers = { 'retry-after': String(retryAfter[failure]) };
  return new Refusal('unavailable', joinTexts([reasons[failure], again], ' '), { headers });
}
