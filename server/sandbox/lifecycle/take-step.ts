import type { Database } from '../../db/schema.ts';
import { dueAfter, findNextStep } from '../../dialect/lifecycle.ts';
import { emitEvents } from '../events/emit-events.ts';
import { touch } from '../make-record.ts';
import type { Resource } from '../plan/plan-types.ts';
import type { DueRecord, Living } from './apply-due-steps.ts';
import type { Numberer } from './numberer.ts';

/** Brings a record to its next state at the moment at which that was due, tells of it, and gives when the step after it is due. */
export async function takeStep(
  transaction: Database,
  living: Living & { now: Date },
  record: DueRecord,
  numberer: Numberer,
): Promise<number | null> {
  const { api, workspaceId } = living;
  const { store, parent, id, dueAt, requestId } = record;
  const lifecycle = api.profile.resources?.[store]?.lifecycle;
  const step = lifecycle && findNextStep(lifecycle, record.body);
  // A profile may have changed since the record was made.
  if (!lifecycle || !step) return null;

  const at = new Date(dueAt);
  const place = { workspaceId, api: api.slug, store, parent };
  const next = { ...record.body, [lifecycle.property]: step.to };
  const changed = step.change
    ? { ...next, ...(await step.change(next, { at, nextNumber: (property) => numberer(place, property) })) }
    : next;
  record.body = touch(api.document, api.plan.resources.get(store) as Resource, changed, {
    now: at,
    times: api.profile.times,
  });
  await emitEvents(transaction, { ...living, store, requestId }, { state: step.to }, id, record.body, at);
  return dueAfter(lifecycle, record.body, dueAt);
}
