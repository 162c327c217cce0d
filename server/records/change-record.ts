import type { RecordBody } from '../dialect/record-body.ts';
import { rulesOf } from '../dialect/rules-of.ts';
import { getResource } from '../plan/get-resource.ts';
import { atomicallyByRules } from './atomically.ts';
import { completeRecord } from './complete-record.ts';
import { emitEvents, type Happening } from './emit-events.ts';
import type { Place, StoredRecord } from './find-record.ts';
import { stamp } from './last-change.ts';
import { dueOf, findNewState } from './lifecycle/state.ts';
import { touch } from './make-record.ts';
import { updateRow } from './record-table.ts';
import type { Sandbox } from './sandbox.ts';
import { sizeOf } from './storage-quota.ts';
import { exchangeUniqueValues } from './unique-values.ts';

const attempts = 100;

/**
 * Changes the current record, by all rules of its store; after a conflict it reads and retries, so that no change is lost.
 * Returns the record, or undefined when it does not exist. `happening` determines its events.
 */
export async function changeRecord<S extends Sandbox, Found extends StoredRecord | undefined>(
  sandbox: S,
  place: Place,
  find: (inside: S) => Promise<Found>,
  change: (before: RecordBody) => RecordBody,
  happening: Happening = 'changed',
): Promise<StoredRecord | Extract<Found, undefined>> {
  return atomicallyByRules(sandbox, place.store, async (inside) => {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const found = await find(inside);
      if (!found) return undefined as Extract<Found, undefined>;
      const body = change(structuredClone(found.body));
      const changed = await writeChange(inside, place, found, body, happening);
      if (changed) return changed;
    }
    throw new Error(`A record of ${place.store} could not be changed in ${attempts} attempts.`);
  });
}

/** Writes a change of a record that was read; undefined when another caller has changed it since. `at` is its time. */
export async function writeChange(
  sandbox: Sandbox,
  place: Place,
  before: StoredRecord,
  body: RecordBody,
  happening: Happening,
  at: Date = sandbox.now,
): Promise<(StoredRecord & { dueAt?: number | null }) | undefined> {
  const { api, db, requestId } = sandbox;
  const resource = getResource(api, place.store);
  const rules = rulesOf(api.profile, place.store);
  const touched = touch(api.document, resource, body, { now: at, times: api.profile.times });
  const stamped = await stamp(sandbox, place.store, await completeRecord(sandbox, resource, touched, before.body));
  const bytes = sizeOf(stamped.body) - sizeOf(before.body);
  await sandbox.storage?.admit(db, place.workspaceId, { records: 0, bytes });
  const givenState = typeof happening === 'object' ? happening.state : undefined;
  const state = givenState ?? findNewState(rules, before.body, stamped.body);
  const due = state !== undefined && rules.lifecycle ? { at: dueOf(rules, stamped.body, at), requestId } : undefined;
  // The record is written first: concurrent changes wait for that before they check unique values.
  if (!(await updateRow(db, before, { ...stamped, due }))) return undefined;
  const after = { ...before, body: stamped.body };
  await exchangeUniqueValues(sandbox, place, before, after.body);
  if (givenState === undefined) await emitEvents(sandbox, place.store, happening, after.id, after.body, at);
  if (state !== undefined) await emitEvents(sandbox, place.store, { state }, after.id, after.body, at);
  return { ...after, dueAt: due?.at };
}
