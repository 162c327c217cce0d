import { createHash } from 'node:crypto';
import type { Answer } from '../../answers/answer.ts';
import type { Incoming } from '../../answers/incoming.ts';
import { Refusal } from '../../answers/refusal.ts';
import type { Context } from '../../context.ts';
import { inTransaction } from '../../db/in-transaction.ts';
import type { Database } from '../../db/schema.ts';
import type { Operation } from '../../openapi/operations.ts';
import type { Sandbox } from '../../records/sandbox.ts';
import { type KeyPlace, keepAnswer, releaseKey, reserveKey } from '../kept-answers.ts';

/** One request and for whom it acts. */
export interface Attempt {
  sandbox: Sandbox;
  operation: Operation;
  incoming: Incoming;
}

/** Does a request; what it changes it changes through this database. Never throws: a refusal is an answer too. */
export type Perform = (db: Database) => Promise<Answer>;

/**
 * Does a request that carries a key once. What it changes and the answer that is kept become true in one transaction, so that
 * neither is there without the other, whenever the process ends.
 */
export async function once(
  { db, now }: Context,
  { sandbox: { api, workspaceId, now: clock }, operation, incoming }: Attempt,
  perform: Perform,
): Promise<Answer> {
  const { idempotency } = api.profile;
  const key = idempotency?.find(incoming.method, incoming.headers);
  if (!idempotency || key === undefined) return perform(db);

  const place: KeyPlace = { workspaceId, api: api.slug, operation: operation.id, key };
  const fingerprint = fingerprintOf(incoming);
  const reserved = await reserveKey(db, place, { fingerprint, now: now(), clock, lifetime: idempotency.lifetime });
  if ('taken' in reserved) throw reserved.taken === 'and still running' ? stillRunning() : usedBefore();
  if ('answer' in reserved)
    return { ...reserved.answer, headers: { ...reserved.answer.headers, ...idempotency.replayed } };

  const { reservation } = reserved;
  try {
    return await inTransaction(db, async (transaction) => {
      const answer = await perform(transaction);
      // What failed on our side is undone and may be tried again under the same key.
      if (answer.status >= 500) throw new Failed(answer);
      if (!(await keepAnswer(transaction, reservation, answer))) throw stillRunning();
      return answer;
    });
  } catch (error) {
    await releaseKey(db, reservation);
    if (error instanceof Failed) return error.answer;
    throw error;
  }
}

/** Carries an answer out of a transaction that is to be undone. */
class Failed extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super('The request failed.');
    this.answer = answer;
  }
}

/** The same request: the same address, media type and bytes. */
function fingerprintOf({ method, path, query, headers, body }: Incoming): string {
  const head = [method, path, query.toString(), headers['content-type'] ?? ''].join('\n');
  return createHash('sha256')
    .update(`${head}\n`)
    .update(body ?? '')
    .digest('base64url');
}

function stillRunning(): Refusal {
  const detail = {
    en: 'The first request with this Idempotency-Key is still running. Wait a moment and send it again to get its answer.',
    pt: 'A primeira requisição com esta Idempotency-Key ainda está em andamento. Espere um pouco e envie de novo para receber a resposta dela.',
  };
  return new Refusal('idempotency_key_in_use', detail, { headers: { 'retry-after': '1' } });
}

function usedBefore(): Refusal {
  return new Refusal('idempotency_key_reused', {
    en: 'This Idempotency-Key was sent before with another address or body. Send a new key with a new request.',
    pt: 'Esta Idempotency-Key já foi enviada com outro endereço ou corpo. Use uma chave nova em uma requisição nova.',
  });
}
