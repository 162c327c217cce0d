import { prepareQuery } from '../../db/prepared-query.ts';
import type { Database, DeliveryRow, WebhookEndpointRow } from '../../db/schema.ts';
import { tellNews } from '../news.ts';
import type { Claimed } from './begin-attempts.ts';
import { failingTooLong, failuresThatOpen, probeDelay } from './circuit.ts';
import { readRetryAfter, retryDelay } from './retry-schedule.ts';
import type { Sent } from './send.ts';

export interface Finished {
  claimed: Claimed;
  sent: Sent;
}

/** Why an endpoint has to be disabled now, and at what time of its workspace. */
export interface Verdict {
  reason: 'failures' | 'gone';
  at: Date;
}

/**
 * Writes down how attempts at one endpoint went, in one transaction: the attempts, when their deliveries are due again, and the
 * endpoint's health. A delivery that somebody else has claimed meanwhile is left alone. `beforeCommit` is called when all is written.
 */
export async function finishAttempts(
  db: Database,
  endpointId: string,
  results: Finished[],
  beforeCommit: () => void = () => {},
): Promise<Verdict | undefined> {
  return db.transaction().execute(async (transaction) => {
    const [endpoint] = await holdEndpoint(transaction, [endpointId]);
    // With its workspace everything is gone.
    if (!endpoint) return undefined;
    const health = { ...endpoint };
    let verdict: Verdict | undefined;
    for (const result of results) {
      const change = changeOf(result, endpoint);
      if (!(await finishOne(transaction, result, change))) continue;
      // What the end of this process has cut short says nothing about the receiver.
      if (result.sent.error?.code === 'interrupted') continue;
      verdict = judge(health, result) ?? verdict;
    }
    await keepHealth(transaction, endpoint, health);
    const deliveries = results.map(({ claimed }) => claimed.delivery.id);
    // Where the clock was moved, what failed may be due again at once; where a circuit closes, all that waited is.
    const due = results.some(({ sent }) => sent.error) || health.circuit_opened_at !== endpoint.circuit_opened_at;
    await tellNews(transaction, { workspaceId: endpoint.workspace_id, due, deliveries });
    beforeCommit();
    return verdict;
  });
}

/** A write that changes nothing keeps others away until the transaction ends, on both databases. */
const holdEndpoint = prepareQuery((db) =>
  db
    .updateTable('webhook_endpoint')
    .set(({ ref }) => ({ url: ref('url') }))
    .where('id', '=', '')
    .returningAll(),
);

type DeliveryChange = Pick<DeliveryRow, 'status' | 'reason' | 'finished_at' | 'due_at' | 'due_offset' | 'tries'>;

/** What becomes of a delivery: it is received, due again, or given up. */
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

const finishDelivery = prepareQuery((db) =>
  db
    .updateTable('delivery')
    .set({
      status: 'pending',
      reason: null,
      finished_at: '',
      due_at: 0,
      due_offset: 0,
      tries: 0,
      claim: null,
      leased_until: null,
      last_status: 0,
      last_error: '',
    })
    .where('seq', '=', 0)
    .where('claim', '=', '')
    .returning('seq'),
);

const finishAttempt = prepareQuery((db) =>
  db
    .updateTable('attempt')
    .set({
      outcome: 'delivered',
      duration_ms: 0,
      timing: '',
      address: '',
      response: '',
      error_code: '',
      error_detail: '',
      next_attempt_at: '',
    })
    .where('id', '=', ''),
);

/** Whether the claim still held. */
async function finishOne(
  transaction: Database,
  { claimed, sent: { durationMs, timing, address, response, error } }: Finished,
  { status, reason, finished_at, due_at, due_offset, tries }: DeliveryChange,
): Promise<boolean> {
  const change = [status, reason, finished_at, due_at, due_offset, tries, null, null];
  const last = [response?.status ?? null, error?.code ?? null];
  const held = await finishDelivery(transaction, [...change, ...last, claimed.delivery.seq, claimed.claim]);
  if (held.length === 0) return false;
  const outcome = error ? (error.code === 'interrupted' ? 'interrupted' : 'failed') : 'delivered';
  const went = [durationMs, JSON.stringify(timing), address, response && JSON.stringify(response)];
  const why = [error?.code ?? null, error?.detail ?? null];
  const next = due_at === null ? null : new Date(due_at).toISOString();
  await finishAttempt(transaction, [outcome, ...went, ...why, next, claimed.attemptId]);
  return true;
}

/** Counts a result into an endpoint's health; says when it has to be disabled. */
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

async function keepHealth(transaction: Database, before: WebhookEndpointRow, after: WebhookEndpointRow): Promise<void> {
  const changed = healthFields.filter((field) => after[field] !== before[field]);
  if (changed.length === 0) return;
  await transaction
    .updateTable('webhook_endpoint')
    .set(Object.fromEntries(changed.map((field) => [field, after[field]])))
    .where('id', '=', before.id)
    .execute();
}
