import { sql } from 'kysely';
import { engineOf } from '../../db/engine.ts';
import { newId } from '../../db/new-id.ts';
import { prepareQuery } from '../../db/prepared-query.ts';
import type { Database, DeliveryRow, EventRow } from '../../db/schema.ts';
import { payloadOf } from '../../events/event-store.ts';
import type { Peppers } from '../../identity/peppers.ts';
import { secretsOf } from '../endpoint-secrets.ts';
import { signatureHeaders } from '../signature.ts';
import { interrupted } from './attempt-error.ts';
import { addressesOf } from './consent.ts';
import type { LockedEndpoint } from './lock-endpoint.ts';
import type { Egress } from './pace.ts';
import type { Sending } from './send.ts';

/** A delivery that only this process may send until its lease ends; its attempt is already stored. */
export interface Claimed {
  delivery: DeliveryRow;
  claim: string;
  attemptId: string;
  workspaceId: string;
  endpointId: string;
  /** Whether the endpoint's URL had confirmed that it wants webhooks. */
  isConfirmed: boolean;
  /** When the attempt takes place, by the workspace's clock (`at`) and in real time (`real`), in milliseconds. */
  at: number;
  real: number;
  sending: Sending;
}

interface Beginning {
  peppers: Peppers;
  userAgent: string;
  egress: Egress;
  claim: string;
  real: Date;
  /** The time on the workspace's clock, in milliseconds. */
  now: number;
  /** When the probe was due, where the circuit is open. */
  probe?: number;
}

const findEvents = prepareQuery<{ ids: string }, EventRow>(
  (db, { ids }) => sql`select event.* from ${engineOf(db).membersOf(ids)} join event on event.id = member.value->>'id'`,
);

const insertAttempts = prepareQuery<{ attempts: string }>(
  (db, { attempts }) => sql`
    insert into attempt (id, delivery_id, number, claim, outcome, started_at, request)
    select value->>'id', value->>'delivery_id', cast(value->>'number' as integer), value->>'claim', 'sending',
           value->>'started_at', value->>'request'
      from ${engineOf(db).membersOf(attempts)}`,
);

/** Stores the attempts of newly claimed deliveries, and signs their requests. */
export async function beginAttempts(
  transaction: Database,
  endpoint: LockedEndpoint,
  rows: DeliveryRow[],
  { peppers, real, now, probe = 0, claim, userAgent, egress }: Beginning,
): Promise<Claimed[]> {
  await closeInterrupted(transaction, rows);
  const events = await findEvents(transaction, {
    ids: JSON.stringify(rows.map(({ event_id }) => ({ id: event_id }))),
  });
  const byId = new Map(events.map((event) => [event.id, event]));
  const secrets = secretsOf(peppers, endpoint, real);
  const confirmed = egress.mustConfirm(endpoint) ? { confirmed: addressesOf(endpoint) } : {};
  const claimed = rows.map((delivery): Claimed => {
    const event = byId.get(delivery.event_id);
    if (!event) throw new Error(`The event ${delivery.event_id} of a delivery is gone.`);
    const body = delivery.api_version === null ? event.payload : JSON.stringify(payloadOf(event, delivery.api_version));
    const timestamp = Math.floor(real.getTime() / 1000);
    const headers = {
      'content-type': 'application/json; charset=UTF-8',
      'user-agent': userAgent,
      ...signatureHeaders({ id: delivery.event_id, timestamp, body }, secrets),
    };
    // Attempts that the clock skipped take place at their due time, by the clock's offset when the wait began.
    const own = Math.max(delivery.due_at as number, real.getTime() + delivery.due_offset, probe);
    return {
      delivery,
      claim,
      attemptId: newId('att'),
      workspaceId: delivery.workspace_id,
      endpointId: endpoint.id,
      isConfirmed: endpoint.confirmed_at !== null,
      at: Math.min(own, now),
      real: real.getTime(),
      sending: { url: endpoint.url, headers, body, ...confirmed },
    };
  });
  const attempts = claimed.map(({ delivery, attemptId, at, sending: { url, headers } }) => ({
    id: attemptId,
    delivery_id: delivery.id,
    number: delivery.attempt_count,
    claim,
    started_at: new Date(at).toISOString(),
    request: JSON.stringify({ url, headers }),
  }));
  await insertAttempts(transaction, { attempts: JSON.stringify(attempts) });
  return claimed;
}

/** An attempt still open after its lease expired was interrupted by the end of its process. */
async function closeInterrupted(transaction: Database, rows: DeliveryRow[]): Promise<void> {
  const again = rows.filter(({ attempt_count }) => attempt_count > 1).map(({ id }) => id);
  if (again.length === 0) return;
  await transaction
    .updateTable('attempt')
    .set({ outcome: 'interrupted', error_code: interrupted.code, error_detail: interrupted.detail })
    .where('delivery_id', 'in', again)
    .where('outcome', '=', 'sending')
    .execute();
}
