import { createGiveWay } from '../db/give-way.ts';
import type { Find } from '../dialect/profile.ts';
import { getResource } from '../plan/get-resource.ts';
import type { Seed, SeedRecord } from '../plan/seed.ts';
import { completeRecord, findIn } from './complete-record.ts';
import type { StoredRecord } from './find-record.ts';
import { readStamp } from './last-change.ts';
import { contentStore, isRemovalMark } from './other-stores.ts';
import { clearRows, insertRows, type PlacedRow } from './record-table.ts';
import type { Sandbox } from './sandbox.ts';
import { sizeOf } from './storage-quota.ts';
import { claimUniqueValues } from './unique-values.ts';

/** How many records are written by one statement. */
const atOnce = 500;

/**
 * Inserts preexisting records, such as seed data, into a sandbox: values are unique, copies and derived properties follow,
 * but no lifecycle starts and no event is emitted. They may reference each other. The caller holds a transaction.
 */
export async function putRecords(sandbox: Sandbox, records: Seed): Promise<void> {
  const known = new Map(records.map(({ store, id, body }) => [`${store} ${id}`, body]));
  const elsewhere = findIn(sandbox);
  const find: Find = async (store, id) => known.get(`${store} ${id}`) ?? elsewhere(store, id);
  for (let begin = 0; begin < records.length; begin += atOnce)
    await put(sandbox, records.slice(begin, begin + atOnce), find);
}

/** Replaces all records of a sandbox by other preexisting ones. The caller holds a transaction. */
export async function replaceRecords(sandbox: Sandbox, records: Seed): Promise<void> {
  await clearRows(sandbox.db, { workspaceId: sandbox.workspaceId, api: sandbox.api.slug });
  await putRecords(sandbox, records);
}

/** Inserts one preexisting record into a sandbox; undefined when its id is taken at its place. */
export async function putRecord(sandbox: Sandbox, record: SeedRecord): Promise<StoredRecord | undefined> {
  const [stored] = await put(sandbox, [record], findIn(sandbox));
  return stored;
}

/** A record as another workspace had it, with its next step. */
export interface KeptRecord extends SeedRecord {
  dueAt: number | null;
}

/**
 * Replaces all records of a sandbox by those of another workspace, as they were there: copies of referenced records stay, and
 * lifecycles go on. `find` knows those that are not inserted yet. Others get turns of the event loop between the sets. The caller
 * holds a transaction. Returns how many records there are.
 */
export async function restoreRecords(sandbox: Sandbox, sets: Iterable<KeptRecord[]>, find: Find): Promise<number> {
  await clearRows(sandbox.db, { workspaceId: sandbox.workspaceId, api: sandbox.api.slug });
  const giveWay = createGiveWay();
  let restored = 0;
  for (const records of sets) {
    await restoreSet(sandbox, records, find);
    restored += records.length;
    await giveWay();
  }
  return restored;
}

async function restoreSet(sandbox: Sandbox, records: KeptRecord[], find: Find): Promise<void> {
  const bytes = records.reduce((sum, { body }) => sum + sizeOf(body), 0);
  await sandbox.storage?.admit(sandbox.db, sandbox.workspaceId, { records: records.length, bytes });
  await put(sandbox, records, find, { asTheyWere: true });
}

async function put(
  sandbox: Sandbox,
  records: (SeedRecord & { dueAt?: number | null })[],
  find: Find,
  { asTheyWere = false } = {},
): Promise<StoredRecord[]> {
  const { db, api, workspaceId } = sandbox;
  const rows: PlacedRow[] = [];
  for (const record of records) {
    const body = await complete(record);
    rows.push({ ...record, body, changedAt: readStamp(api, body) });
  }
  const stored = await insertRows(db, { workspaceId, api: api.slug }, rows);
  for (const { store, ...record } of stored)
    await claimUniqueValues(sandbox, { workspaceId, api: api.slug, store, parent: record.parent }, record);
  return stored;

  async function complete({ store, body }: SeedRecord) {
    if (isRemovalMark(store)) return {};
    if (store === contentStore) return body;
    return completeRecord(sandbox, getResource(api, store), body, asTheyWere ? body : undefined, find);
  }
}
