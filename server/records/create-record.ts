import { Refusal } from '../answers/refusal.ts';
import { say } from '../answers/say.ts';
import type { RecordBody } from '../dialect/record-body.ts';
import { rulesOf } from '../dialect/rules-of.ts';
import { getResource } from '../plan/get-resource.ts';
import type { Resource } from '../plan/plan-types.ts';
import { atomicallyByRules } from './atomically.ts';
import { completeRecord } from './complete-record.ts';
import { emitEvents } from './emit-events.ts';
import type { Place, StoredRecord } from './find-record.ts';
import { stamp } from './last-change.ts';
import { dueOf, initialState } from './lifecycle/state.ts';
import { makeId } from './make-id.ts';
import { makeRecord } from './make-record.ts';
import { insertRow } from './record-table.ts';
import type { Sandbox } from './sandbox.ts';
import { sizeOf } from './storage-quota.ts';
import { claimUniqueValues } from './unique-values.ts';

/** A record to create. */
export interface NewRecord {
  fields: RecordBody;
  /** Path parameters above the record, by name. */
  parents?: Record<string, string>;
  /** The required id; without it, one is generated. */
  id?: string;
  /** Whether a generated id must also be above all ids that callers chose. */
  aboveChosen?: boolean;
  /** What the server knows of them, such as the size of a file. */
  known?: RecordBody;
  /** Whether the fields may include those that only the server sets: its state and read-only properties. */
  isTrusted?: boolean;
}

const attempts = 25;

/** Creates a record, by all rules of its store; undefined when its required id is taken. */
export async function createRecord(sandbox: Sandbox, place: Place, made: NewRecord): Promise<StoredRecord | undefined> {
  const { api } = sandbox;
  const resource = getResource(api, place.store);
  const { idPrefix } = rulesOf(api.profile, place.store);
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const options = { prefix: idPrefix, aboveChosen: made.aboveChosen || attempt > 1, now: sandbox.now };
    const id = made.id ?? (await makeId(sandbox.db, api.document, resource, place, options));
    const created = await atomicallyByRules(sandbox, place.store, (inside) =>
      insert(inside, resource, place, id, made),
    );
    if (created || made.id !== undefined) return created;
  }
  throw new Refusal('already_exists', say('records.no-free-id'));
}

async function insert(
  sandbox: Sandbox,
  resource: Resource,
  place: Place,
  id: string,
  { fields, parents = {}, known, isTrusted = false }: NewRecord,
): Promise<StoredRecord | undefined> {
  const { api, now, requestId } = sandbox;
  const from = { id, now, times: api.profile.times, parents };
  const made = { ...makeRecord(api.document, resource, fields, from), ...known };
  const rules = rulesOf(api.profile, place.store);
  const begun = { ...made, ...initialState(rules, fields) };
  const own = isTrusted ? { ...begun, ...fields } : begun;
  const stamped = await stamp(sandbox, place.store, await completeRecord(sandbox, resource, own));
  const due = { at: dueOf(rules, stamped.body, now), requestId: rules.lifecycle ? requestId : null };
  const bytes = sizeOf(stamped.body);
  await sandbox.storage?.admit(sandbox.db, place.workspaceId, { records: 1, bytes });
  const created = await insertRow(sandbox.db, place, id, { ...stamped, due });
  if (!created) return undefined;
  await claimUniqueValues(sandbox, place, created);
  await emitEvents(sandbox, place.store, 'created', id, created.body);
  const { lifecycle } = rules;
  if (lifecycle)
    await emitEvents(sandbox, place.store, { state: String(created.body[lifecycle.property]) }, id, created.body);
  return created;
}
