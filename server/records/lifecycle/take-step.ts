import { Refusal } from '../../answers/refusal.ts';
import { findNextStep } from '../../dialect/lifecycle.ts';
import { rulesOf } from '../../dialect/rules-of.ts';
import { atomicallyByRules } from '../atomically.ts';
import { writeChange } from '../change-record.ts';
import type { StoredRecord } from '../find-record.ts';
import { setDue } from '../record-table.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Numberer } from './numberer.ts';

/** A record with a pending step. */
export interface DueRecord extends StoredRecord {
  store: string;
  dueAt: number;
  /** The request that started its lifecycle. */
  requestId: string | null;
}

/**
 * Moves a record to its next state, as of the time when that was due. Returns the record with its next step, or undefined at
 * the end of its lifecycle. The caller holds the workspace's lock.
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
  // A profile may have changed since the record was created.
  if (!lifecycle || !step) return void (await setDue(db, record, null));

  const at = new Date(dueAt);
  const place = { workspaceId, api: api.slug, store, parent };
  const next = { ...record.body, [lifecycle.property]: step.to };
  const body = step.change
    ? { ...next, ...(await step.change(next, { at, nextNumber: (property) => numberer(place, property) })) }
    : next;
  const happening = { state: step.to };
  const after = await atomicallyByRules({ ...sandbox, requestId, storage: undefined }, store, (inside) =>
    writeChange(inside, place, record, body, happening, at),
  ).catch(refused);
  // A step that breaks a rule is never taken; the steps of other records are.
  if (after === 'refused') return void (await setDue(db, record, null));
  if (!after) throw new Error(`${store}/${record.id} was changed without the workspace's lock.`);
  return after.dueAt ? { ...record, body: after.body, dueAt: after.dueAt } : undefined;
}

function refused(error: unknown): 'refused' {
  if (!(error instanceof Refusal)) throw error;
  return 'refused';
}
