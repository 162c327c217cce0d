import type { Answer } from '../../answers/answer.ts';
import type { Incoming } from '../../answers/incoming.ts';
import { Refusal } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import type { Context } from '../../context.ts';
import { inTransaction } from '../../db/in-transaction.ts';
import type { Database } from '../../db/schema.ts';
import { findCustomary } from '../../plan/infer-idempotency.ts';
import type { OperationPlan } from '../../plan/plan-types.ts';
import type { Sandbox } from '../../records/sandbox.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { endHold, type KeyPlace, releaseKey, reserveKey, storeAnswer } from '../idempotency-store.ts';

/** One request and its caller. */
export interface Attempt {
  sandbox: Sandbox;
  plan: OperationPlan;
  incoming: Incoming;
}

/** Performs a request, with all changes through this database. Never throws: refusals are responses. */
export type Perform = (db: Database) => Promise<Answer>;

/**
 * Performs a request with an idempotency key once. Its changes and the stored response are committed in one transaction, so
 * that a crash leaves both or neither.
 */
export async function once(
  { db, now, log }: Context,
  { sandbox: { api, workspaceId, now: clock }, plan, incoming }: Attempt,
  perform: Perform,
): Promise<Answer> {
  const { operation } = plan;
  const idempotency = api.profile.idempotency ?? plan.idempotency ?? findCustomary(api, incoming);
  const key = idempotency?.find(incoming.method, incoming.headers);
  if (!idempotency || key === undefined) return perform(db);

  const place: KeyPlace = { workspaceId, api: api.slug, operation: operation.id, key };
  const fingerprint = fingerprintOf(incoming);
  const reserved = await reserveKey(db, place, { fingerprint, now: now(), clock, lifetime: idempotency.lifetime });
  if ('conflict' in reserved) throw reserved.conflict === 'still running' ? stillRunning() : usedBefore();
  if ('answer' in reserved)
    return { ...reserved.answer, headers: { ...reserved.answer.headers, ...idempotency.replayed } };

  const { reservation } = reserved;
  try {
    return await inTransaction(db, async (transaction) => {
      const answer = await perform(transaction);
      // Internal errors are rolled back, and may be retried under the same key.
      if (answer.status >= 500) throw new Failed(answer);
      if (!(await storeAnswer(transaction, reservation, answer))) throw stillRunning();
      return answer;
    });
  } catch (error) {
    // The caller does not wait for a database that fails: this server knows that the key is free, others when it is released.
    releaseKey(db, reservation).catch((lost) => log.error({ reqId: incoming.id, err: lost }));
    if (error instanceof Failed) return error.answer;
    throw error;
  } finally {
    endHold(reservation);
  }
}

/** Carries a response out of a transaction that is to be rolled back. */
class Failed extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super('The request failed.');
    this.answer = answer;
  }
}

function stillRunning(): Refusal {
  const detail = say('idempotency.still-running');
  return new Refusal('idempotency_key_in_use', detail, { headers: { 'retry-after': '1' } });
}

function usedBefore(): Refusal {
  return new Refusal('idempotency_key_reused', say('idempotency.used-before'));
}
