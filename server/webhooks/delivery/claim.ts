import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type DueDeliveries, engineOf } from '../../db/engine.ts';
import { prepareQuery } from '../../db/prepared-query.ts';
import { nameProcess } from '../../db/process-name.ts';
import type { Database, DeliveryRow } from '../../db/schema.ts';
import type { Peppers } from '../../identity/peppers.ts';
import { beginAttempts, type Claimed } from './begin-attempts.ts';
import { probeDelay } from './circuit.ts';
import { type LockedEndpoint, lockEndpoint, needsExclusiveLock } from './lock-endpoint.ts';
import { type Egress, spend } from './pace.ts';
import { findShare } from './share.ts';
import { countServed, endWait, waitForPace } from './wait.ts';

export interface ClaimOptions {
  /** Identifies the deliveries that are claimed now. */
  claim: string;
  peppers: Peppers;
  real: Date;
  limit: number;
  userAgent: string;
  egress: Egress;
}

/** A claim that tells which process made it. */
export function newClaim(db: Database): string {
  return `${nameProcess(db)}/${randomUUID()}`;
}

/** The name of the process that made a claim (`process-name.ts`). */
export function processOf(claim: string): string {
  return claim.split('/')[0] ?? '';
}

/** Longer than any attempt may take, so that no lease needs renewal. */
const leaseMs = 60_000;

/**
 * Claims the due deliveries of an endpoint (only one while its circuit is open), and stores their new attempts. What the paces
 * do not allow stays due, for the next poll.
 */
export async function claimDue(db: Database, endpointId: string, options: ClaimOptions): Promise<Claimed[]> {
  return lockEndpoint(db, endpointId, async (transaction, endpoint, isExclusive) => {
    if (endpoint?.status !== 'active' || endpoint.deleted_at !== null) return [];
    const now = options.real.getTime() + endpoint.clock_offset;
    const probe = endpoint.circuit_opened_at === null ? undefined : (endpoint.circuit_probe_at ?? 0);
    if (probe !== undefined && probe > now) return [];
    if (probe !== undefined && !isExclusive) return needsExclusiveLock;

    const { claim } = options;
    const real = options.real.getTime();
    const paces = options.egress.pacesOf(endpoint);
    const wanted = probe === undefined ? options.limit : 1;
    const { limit, scarce, contested } = await findShare(transaction, endpoint, paces, { wanted, real });
    const rows = limit > 0 ? await lease(transaction, endpointId, { claim, now, real, limit }) : [];
    for (const pace of rows.length > 0 ? paces : []) await spend(transaction, pace, rows.length, real);
    if (rows.length > 0) for (const pace of contested) await countServed(transaction, endpoint, pace, rows.length);
    if (scarce && rows.length === limit)
      await waitForPace(transaction, endpoint, { ...scarce, got: limit }, { now, real });
    else if (endpoint.waits_for !== null) await endWait(transaction, endpointId);
    if (rows.length === 0) return [];
    const claimed = await beginAttempts(transaction, endpoint, rows, { ...options, now, probe });
    if (probe !== undefined) await setProbe(transaction, endpoint, claimed[0]?.at ?? now);
    return claimed;
  });
}

interface Lease {
  claim: string;
  now: number;
  real: number;
  limit: number;
}

/** An attempt interrupted by the end of its process says nothing about the receiver, and is not counted. */
const leaseDue = prepareQuery<DueDeliveries & { claim: string; leasedUntil: number }, DeliveryRow>((db, due) =>
  db
    .updateTable('delivery')
    .set({
      claim: due.claim,
      leased_until: due.leasedUntil,
      attempt_count: sql`attempt_count + 1`,
      tries: sql`tries + case when claim is null then 1 else 0 end`,
    })
    .where(engineOf(db).areDue(due))
    .returningAll(),
);

async function lease(
  transaction: Database,
  endpointId: string,
  { claim, now, real, limit }: Lease,
): Promise<DeliveryRow[]> {
  const rows = await leaseDue(transaction, { claim, leasedUntil: real + leaseMs, endpointId, now, real, limit });
  return rows.sort((a, b) => (a.due_at as number) - (b.due_at as number) || a.seq - b.seq);
}

/** Makes claimed deliveries due again at once, unless they are finished; their attempts count as interrupted. */
export async function giveBack(db: Database, endpointId: string, claim: string): Promise<void> {
  await lockEndpoint(db, endpointId, async (transaction, _endpoint, isExclusive) => {
    // The claim may still be committed; until then, its transaction shares the lock.
    if (!isExclusive) return needsExclusiveLock;
    await transaction
      .updateTable('delivery')
      .set({ leased_until: 0 })
      .where('endpoint_id', '=', endpointId)
      .where('due_at', 'is not', null)
      .where('claim', '=', claim)
      .execute();
    return undefined;
  });
}

/** Should this process end, another may probe after the usual wait. */
async function setProbe(
  transaction: Database,
  { id, consecutive_failures }: LockedEndpoint,
  at: number,
): Promise<void> {
  await transaction
    .updateTable('webhook_endpoint')
    .set({ circuit_probe_at: at + probeDelay(consecutive_failures) })
    .where('id', '=', id)
    .execute();
}
