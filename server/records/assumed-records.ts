import { Refusal } from '../answers/refusal.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { Database } from '../db/schema.ts';
import type { RecordBody } from '../dialect/record-body.ts';
import { rulesOf } from '../dialect/rules-of.ts';
import { placeBelow } from '../plan/parent-key.ts';
import type { ParentStep, Resource } from '../plan/plan-types.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { findRecord, type Place, type StoredRecord } from './find-record.ts';
import { makeRecord, type ServerValues } from './make-record.ts';
import { removalMarksOf } from './other-stores.ts';
import { putRecord } from './put-records.ts';
import { insertRow } from './record-table.ts';
import type { Sandbox } from './sandbox.ts';
import { sizeOf } from './storage-quota.ts';

/** The place that stores which assumed records were removed. */
function removals(place: Place): Place {
  return { ...place, store: removalMarksOf(place.store) };
}

/** Whether a record that would be assumed was removed. */
export async function isRemoved(db: Database, place: Place, id: string): Promise<boolean> {
  return (await findRecord(db, removals(place), id)) !== undefined;
}

/** Remembers that a record is gone that would else be assumed. */
export async function markRemoved(db: Database, place: Place, id: string): Promise<void> {
  await insertRow(db, removals(place), id, { body: {} });
}

/** The address of a record: its place, and the parents in its path. */
export interface Address {
  place: Place;
  parents: Pick<ParentStep, 'name'>[];
}

/** Whether no operation returns the ids of these records, at all or below these parents. */
function isUndiscoverable({ discoverableAt }: Resource, { parents }: Address): boolean {
  return discoverableAt !== undefined && !discoverableAt.has(placeBelow(parents));
}

function isOfDay({ isOfDays }: Resource, id: string): boolean {
  return isOfDays === true && /^\d{4}-\d\d-\d\d$/.test(id) && !Number.isNaN(Date.parse(id));
}

/** Whether a record exists without being stored: its id is a day or cannot be discovered, and it was not removed. */
export async function isAssumed(db: Database, resource: Resource, address: Address, id: string): Promise<boolean> {
  const isDay = isOfDay(resource, id);
  if (!isDay && !isUndiscoverable(resource, address)) return false;
  if (await isRemoved(db, address.place, id)) return false;
  return isDay || resource.discoverableAt?.size === 0 || (await findAnywhere(db, address, id)) !== undefined;
}

/** Whether a record is the account that the caller signs in by, which nobody removed. */
export async function isAccount(
  { db, account }: Pick<Sandbox, 'db' | 'account'>,
  place: Place,
  id: string,
): Promise<boolean> {
  return account === id && place.parent === undefined && !(await findRecord(db, removals(place), id));
}

/**
 * Finds a record. An assumed one is the record with this id elsewhere; where no operation returns ids, it is created from
 * the document's example and stored.
 */
export async function findOrAssume(
  sandbox: Sandbox,
  resource: Resource,
  address: Address,
  values: ServerValues,
): Promise<StoredRecord | undefined> {
  const { db, api } = sandbox;
  const { place } = address;
  const { id } = values;
  const stored = await findRecord(db, place, id);
  const isOwn = !stored && (await isAccount(sandbox, place, id));
  if (stored || !(isOwn || (await isAssumed(db, resource, address, id)))) return stored;
  if (!isOwn && !isOfDay(resource, id) && resource.discoverableAt?.size !== 0) return findAnywhere(db, address, id);
  const assumed = assumedRecord(api, resource, values);
  return (await putAssumed(sandbox, place, id, assumed)) ?? findRecord(db, place, id);
}

/** Stores an assumed record; without the example's unique values where another record has them. */
async function putAssumed(
  sandbox: Sandbox,
  { store, parent = '' }: Place,
  id: string,
  body: RecordBody,
): Promise<StoredRecord | undefined> {
  const bytes = sizeOf(body);
  await sandbox.storage?.admit(sandbox.db, sandbox.workspaceId, { records: 1, bytes });
  const put = (whole: RecordBody) =>
    inTransaction(sandbox.db, (db) => putRecord({ ...sandbox, db }, { store, parent, id, body: whole }));
  try {
    return await put(body);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'already_exists') throw error;
    const { unique = [] } = rulesOf(sandbox.api.profile, store);
    return put(Object.fromEntries(Object.entries(body).filter(([name]) => !unique.includes(name))));
  }
}

function findAnywhere(db: Database, { place }: Address, id: string): Promise<StoredRecord | undefined> {
  return findRecord(db, { ...place, parent: undefined }, id);
}

/** The body of an assumed record: the document's example. */
export function assumedRecord(api: ServedApi, resource: Resource, values: ServerValues): RecordBody {
  const example = api.seed.find(({ store }) => store === resource.store)?.body ?? {};
  return makeRecord(api.document, resource, example, values);
}

/** Prevents a removed assumed record from reappearing. */
export async function rememberRemoval(
  sandbox: Sandbox,
  resource: Resource,
  address: Address,
  id: string,
): Promise<void> {
  const { db, account } = sandbox;
  if (isOfDay(resource, id) || isUndiscoverable(resource, address) || account === id)
    await markRemoved(db, address.place, id);
}
