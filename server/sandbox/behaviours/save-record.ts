import { inTransaction } from '../../db/in-transaction.ts';
import type { Database } from '../../db/schema.ts';
import { embedRecords } from '../embed-records.ts';
import { beginLife, newborn, tell } from '../lifecycle/live.ts';
import { touch } from '../make-record.ts';
import { insertRecord, type Place, type RecordBody, type StoredRecord, updateRecord } from '../record-store.ts';
import { claimUniqueValues, releaseUniqueValues } from '../unique-values.ts';
import { type Call, resourceOf, rulesOf } from './call.ts';

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
    const whole = newborn(call, await embedRecords(db, call.api, call.workspaceId, resourceOf(call), body));
    const kept = await insertRecord(db, place, id, whole);
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
    const body = touch(call.api.document, resourceOf(call), change(stored.body), call.now);
    if (!(await save(call, place, stored, body))) continue;
    await told(stored, body);
    return body;
  }
  throw new Error(`A record of ${place.store} could not be changed in ${attempts} attempts.`);
}

/** The record is changed first: that makes whoever changes it too wait, before any unique value is looked at. */
async function save(call: Call, place: Place, stored: StoredRecord, body: RecordBody): Promise<boolean> {
  const unique = uniqueFields(call);
  if (unique.every((field) => body[field] === stored.body[field])) return updateRecord(call.db, stored, body);
  return inTransaction(call.db, async (transaction) => {
    if (!(await updateRecord(transaction, stored, body))) return false;
    await releaseUniqueValues(transaction, place, stored.id);
    await claimUniqueValues(transaction, place, unique, stored.id, body);
    return true;
  });
}

function uniqueFields(call: Call): string[] {
  return rulesOf(call).unique ?? [];
}
