import { findNextStep } from '../../dialect/lifecycle.ts';
import { rulesOf } from '../../dialect/rules-of.ts';
import { writeChange } from '../change-record.ts';
import type { StoredRecord } from '../find-record.ts';
import { setDue } from '../record-table.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Numberer } from './numberer.ts';

/** A record with a step before it. */
export interface DueRecord extends StoredRecord {
  store: string;
  dueAt: number;
  /** The request that began its life. */
  requestId: string | null;
}

/**
 * Brings a record to its next state at the moment at which that was due. Gives the record with the step after it, or undefined
 * where it has come to its end. The caller holds the workspace's lock.
 */
export async function takeStep(
  sandbox: Sandbox,
  record: DueRecord,
  numberer: Numberer,
): Promise<DueRecord | undefined> {
  const { db, api, workspaceId } = sandbox;
  const { store, parent, dueAt, requestId } = record;
  const { lifecycle } = rulesOf(api.profile, store);
  const step = lifecycle && findNextStep(lifecycle, record.body);
  // A profile may have changed since the record was made.
  if (!lifecycle || !step) return void (await setDue(db, record, null));

  const at = new Date(dueAt);
  const place = { workspaceId, api: api.slug, store, parent };
  const next = { ...record.body, [lifecycle.property]: step.to };
  const body = step.change
    ? { ...next, ...(await step.change(next, { at, nextNumber: (property) => numberer(place, property) })) }
    : next;
  const after = await writeChange({ ...sandbox, requestId }, place, record, body, { state: step.to }, at);
  if (!after) throw new Error(`${store}/${record.id} was changed by somebody who does not hold the lock.`);
  return after.dueAt ? { ...record, body: after.body, dueAt: after.dueAt } : undefined;
}
