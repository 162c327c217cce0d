import { Refusal } from '../../answers/refusal.ts';
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
const again: Texts = {
  en: 'Send the request again after the seconds in Retry-After; with the same Idempotency-Key it takes effect once.',
  pt: 'Envie a requisição de novo depois dos segundos de Retry-After; com a mesma Idempotency-Key, ela vale uma vez só.',
};

const reasons: Record<DatabaseFailure, Texts> = {
  unreachable: { en: 'The database does not answer.', pt: 'O banco de dados não responde.' },
  overloaded: { en: 'The database has too much to do.', pt: 'O banco de dados está sobrecarregado.' },
  locked: {
    en: 'The database is locked by another process.',
    pt: 'O banco de dados está bloqueado por outro processo.',
  },
  deadlocked: {
    en: 'This request and another one waited for each other.',
    pt: 'Esta requisição e outra esperavam uma pela outra.',
  },
  'disk full': { en: 'The disk of the database is full.', pt: 'O disco do banco de dados está cheio.' },
  'read only': {
    en: 'The database accepts no writes at the moment.',
    pt: 'O banco de dados não aceita escritas no momento.',
  },
};

/** Refuses (503, with Retry-After) a request that a failing database stopped; undefined for an error of the program. */
export function findRefusalOfFailure(error: unknown): Refusal | undefined {
  const failure = findFailure(error);
  if (!failure) return undefined;
  const { en, pt } = reasons[failure];
  const headers = { 'retry-after': String(retryAfter[failure]) };
  return new Refusal('unavailable', { en: `${en} ${again.en}`, pt: `${pt} ${again.pt}` }, { headers });
}
