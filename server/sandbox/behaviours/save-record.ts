import { inTransaction } from '../../db/in-transaction.ts';
import type { Database } from '../../db/schema.ts';
import { embedRecords } from '../embed-records.ts';
import { type Stamped, stamp } from '../last-change.ts';
import { beginLife, newborn, tell } from '../lifecycle/live.ts';
import { touch } from '../make-record.ts';
import {
  findRecord,
  insertRecord,
  type Place,
  type RecordBody,
  type StoredRecord,
  updateRecord,
} from '../record-store.ts';
import { claimUniqueValues, releaseUniqueValues } from '../unique-values.ts';
import { type Call, clockOf, resourceOf, rulesOf } from './call.ts';

const attempts = 100;

/** Keeps a new record with its unique values; gives undefined when its id is taken. */
export async function saveNewRecord(
  call: Call,
  place: Place,
  id: string,
  body: RecordBody,
): Promise<StoredRecord | undefined> {
  const unique = uniqueFields(call).filter((field) => body[field] !== undefined);
  const insert = async (db: Database) => {
    const whole = await completed({ ...call, db }, newborn(call, body));
    const { body: stamped, changedAt } = await stamp(db, call, place.store, whole);
    const kept = await insertRecord(db, place, id, stamped, changedAt);
    if (!kept) return undefined;
    await claimUniqueValues(db, place, unique, id, whole);
    await beginLife({ ...call, db }, kept);
    return kept;
  };
  return unique.length === 0 ? insert(call.db) : inTransaction(call.db, insert);
}

/**
 * Changes a record as it is now: where another caller was quicker, it is found and changed again, so that no change is lost.
 * Gives undefined when there is none to change. `told` says what has happened, once it has.
 */
export async function saveChange<Found extends StoredRecord | undefined>(
  call: Call,
  place: Place,
  find: () => Promise<Found>,
  change: (before: RecordBody) => RecordBody,
  told: (stored: StoredRecord, body: RecordBody) => Promise<void> = ({ id }, body) => tell(call, 'changed', id, body),
): Promise<RecordBody | Extract<Found, undefined>> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const stored = await find();
    if (!stored) return undefined as Extract<Found, undefined>;
    const changed = touch(call.api.document, resourceOf(call), change(stored.body), clockOf(call));
    const next = await stamp(call.db, call, place.store, await completed(call, changed, stored.body));
    if (!(await save(call, place, stored, next))) continue;
    await told(stored, next.body);
    return next.body;
  }
  throw new Error(`A record of ${place.store} could not be changed in ${attempts} attempts.`);
}

/** The record is changed first: that makes whoever changes it too wait, before any unique value is looked at. */
async function save(call: Call, place: Place, stored: StoredRecord, { body, changedAt }: Stamped): Promise<boolean> {
  const unique = uniqueFields(call);
  if (unique.every((field) => body[field] === stored.body[field]))
    return updateRecord(call.db, stored, body, changedAt);
  return inTransaction(call.db, async (transaction) => {
    if (!(await updateRecord(transaction, stored, body, changedAt))) return false;
    await releaseUniqueValues(transaction, place, stored.id);
    await claimUniqueValues(transaction, place, unique, stored.id, body);
    return true;
  });
}

/** Gives a record what follows from the rest of it: copies of what it names, and what its profile derives. */
async function completed(call: Call, body: RecordBody, before?: RecordBody): Promise<RecordBody> {
  const { db, api, workspaceId } = call;
  const whole = await embedRecords(db, api, workspaceId, resourceOf(call), body, before);
  const find = async (store: string, id: unknown) =>
    (await findRecord(db, { workspaceId, api: api.slug, store }, String(id)))?.body;
  return rulesOf(call).derive?.(whole, find) ?? whole;
}

function uniqueFields(call: Call): string[] {
  return rulesOf(call).unique ?? [];
}
