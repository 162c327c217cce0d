import { sql } from 'kysely';
import { engineOf } from '../../db/engine.ts';
import { prepareQuery } from '../../db/prepared-query.ts';
import type { Database, DeliveryRow, WebhookEndpointRow } from '../../db/schema.ts';
import { announceChange } from '../../events/workspace-changes.ts';
import type { Claimed } from './begin-attempts.ts';
import { failingTooLong, failuresThatOpen, probeDelay } from './circuit.ts';
import { findConfirmations, giveBackConfirmed, storeConfirmations } from './consent.ts';
import { lockEndpoint, needsExclusiveLock } from './lock-endpoint.ts';
import { readRetryAfter, retryDelay } from './retry-schedule.ts';
import type { Sent } from './send.ts';

export interface Finished {
  claimed: Claimed;
  sent: Sent;
}

/** Why an endpoint must be disabled, and at what time of its workspace. */
export interface Verdict {
  reason: 'failures' | 'gone';
  at: Date;
}

/**
 * Stores the results of attempts at one endpoint in one transaction: the attempts, when their deliveries are due again, and
 * the endpoint's health. Deliveries claimed by another process meanwhile are left alone. `beforeCommit` is called after all
 * writes.
 */
export async function finishAttempts(
  db: Database,
  endpointId: string,
  results: Finished[],
  beforeCommit: () => void = () => {},
): Promise<Verdict | undefined> {
  return lockEndpoint(db, endpointId, async (transaction, endpoint, isExclusive) => {
    // Deleted together with its workspace.
    if (!endpoint) return undefined;
    const isHealthy = endpoint.failing_since === null && results.every(({ sent }) => !sent.error);
    const confirmations = findConfirmations(endpoint, results);
    if (!(isHealthy && confirmations.length === 0) && !isExclusive) return needsExclusiveLock;
    const health = { ...endpoint };
    let verdict: Verdict | undefined;
    const held = await finishDeliveries(transaction, results, endpoint);
    for (const result of results) {
      // An attempt interrupted by the end of this process says nothing about the receiver.
      if (!held.has(result.claimed.delivery.seq) || result.sent.error?.code === 'interrupted') continue;
      verdict = judge(health, result) ?? verdict;
    }
    await updateHealth(transaction, endpoint, health);
    await storeConfirmations(transaction, endpoint, confirmations);
    await giveBackConfirmed(transaction, results);
    const deliveries = results.map(({ claimed }) => claimed.delivery.id);
    // Failures may be due again at once where the clock was moved; others wait for a circuit to close, or for a confirmation.
    const due =
      results.some(({ sent }) => sent.error) ||
      confirmations.length > 0 ||
      health.circuit_opened_at !== endpoint.circuit_opened_at;
    await announceChange(transaction, { workspaceId: endpoint.workspace_id, due, deliveries });
    beforeCommit();
    return verdict;
  });
}

type DeliveryChange = Pick<DeliveryRow, 'status' | 'reason' | 'finished_at' | 'due_at' | 'due_offset' | 'tries'>;

/** The new state of a delivery: received, due again, or given up. */
function changeOf({ claimed, sent }: Finished, { status, deleted_at }: WebhookEndpointRow): DeliveryChange {
  const ended = claimed.at + sent.durationMs;
  const due_offset = claimed.at - claimed.real;
  const { tries } = claimed.delivery;
  const done = (status: DeliveryRow['status'], reason: DeliveryRow['reason'] = null) => ({
    status,
    reason,
    finished_at: new Date(ended).toISOString(),
    due_at: null,
    due_offset,
    tries,
  });
  if (!sent.error) return done('delivered');
  if (sent.response?.status === 410) return done('failed', 'gone');
  if (deleted_at !== null) return done('failed', 'endpoint_deleted');
  if (status === 'disabled') return done('failed', 'endpoint_disabled');
  if (sent.error.code === 'interrupted')
    return { ...waiting, due_at: claimed.delivery.due_at, due_offset, tries: tries - 1 };
  const retryAfter = readRetryAfter(sent.response?.headers['retry-after'], new Date(claimed.real + sent.durationMs));
  const delay = retryDelay(tries, retryAfter);
  if (delay === undefined) return done('failed', 'exhausted');
  return { ...waiting, due_at: ended + delay, due_offset, tries };
}

const waiting = { status: 'pending', reason: null, finished_at: null } as const;

const finishHeld = prepareQuery<{ deliveries: string }, { seq: number }>(
  (db, { deliveries }) => sql`
    update delivery
       set status = value->>'status', reason = value->>'reason', finished_at = value->>'finished_at',
           due_at = cast(value->>'due_at' as bigint), due_offset = cast(value->>'due_offset' as bigint),
           tries = cast(value->>'tries' as integer), claim = null, leased_until = null,
           last_status = cast(value->>'last_status' as integer), last_error = value->>'last_error'
      from ${engineOf(db).membersOf(deliveries)}
     where delivery.seq = cast(value->>'seq' as bigint) and delivery.claim = value->>'claim'
    returning delivery.seq`,
);

const finishThese = prepareQuery<{ attempts: string }>(
  (db, { attempts }) => sql`
    update attempt
       set outcome = value->>'outcome', duration_ms = cast(value->>'duration_ms' as integer), timing = value->>'timing',
           address = value->>'address', response = value->>'response', error_code = value->>'error_code',
           error_detail = value->>'error_detail', next_attempt_at = value->>'next_attempt_at'
      from ${engineOf(db).membersOf(attempts)}
     where attempt.id = value->>'id'`,
);

/** Returns the row numbers of the deliveries that were still claimed by this process. */
async function finishDeliveries(
  transaction: Database,
  results: Finished[],
  endpoint: WebhookEndpointRow,
): Promise<Set<number>> {
  const changes = results.map((result) => ({ ...result, change: changeOf(result, endpoint) }));
  const deliveries = changes.map(({ claimed, sent, change }) => ({
    ...change,
    seq: claimed.delivery.seq,
    claim: claimed.claim,
    last_status: sent.response?.status ?? null,
    last_error: sent.error?.code ?? null,
  }));
  const rows = await finishHeld(transaction, { deliveries: JSON.stringify(deliveries) });
  const held = new Set(rows.map(({ seq }) => seq));
  const attempts = changes
    .filter(({ claimed }) => held.has(claimed.delivery.seq))
    .map(({ claimed, sent: { durationMs, timing, address, response, error }, change: { due_at } }) => ({
      id: claimed.attemptId,
      outcome: error ? (error.code === 'interrupted' ? 'interrupted' : 'failed') : 'delivered',
      duration_ms: durationMs,
      timing: JSON.stringify(timing),
      address,
      response: response && JSON.stringify(response),
      error_code: error?.code ?? null,
      error_detail: error?.detail ?? null,
      next_attempt_at: due_at === null ? null : new Date(due_at).toISOString(),
    }));
  if (attempts.length > 0) await finishThese(transaction, { attempts: JSON.stringify(attempts) });
  return held;
}

/** Adds a result to an endpoint's health; returns why it must be disabled, if so. */
function judge(health: WebhookEndpointRow, { claimed, sent }: Finished): Verdict | undefined {
  if (!sent.error) {
    health.consecutive_failures = 0;
    health.failing_since = health.circuit_opened_at = health.circuit_probe_at = null;
    return undefined;
  }
  const at = claimed.at + sent.durationMs;
  health.consecutive_failures++;
  health.failing_since ??= claimed.at;
  if (health.consecutive_failures >= failuresThatOpen) {
    health.circuit_opened_at ??= at;
    health.circuit_probe_at = at + probeDelay(health.consecutive_failures);
  }
  if (health.status === 'disabled') return undefined;
  if (sent.response?.status === 410) return { reason: 'gone', at: new Date(at) };
  return at - health.failing_since >= failingTooLong ? { reason: 'failures', at: new Date(at) } : undefined;
}

const healthFields = ['consecutive_failures', 'failing_since', 'circuit_opened_at', 'circuit_probe_at'] as const;

async function updateHealth(
  transaction: Database,
  before: WebhookEndpointRow,
  after: WebhookEndpointRow,
): Promise<void> {
  const changed = healthFields.filter((field) => after[field] !== before[field]);
  if (changed.length === 0) return;
  await transaction
    .updateTable('webhook_endpoint')
    .set(Object.fromEntries(changed.map((field) => [field, after[field]])))
    .where('id', '=', before.id)
    .execute();
}
