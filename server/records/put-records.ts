import type { Find } from '../dialect/profile.ts';
import { getResource } from '../plan/get-resource.ts';
import type { Seed, SeedRecord } from '../plan/seed.ts';
import { completeRecord, findIn } from './complete-record.ts';
import type { StoredRecord } from './find-record.ts';
import { readStamp } from './last-change.ts';
import { clearRows, insertRow } from './record-table.ts';
import type { Sandbox } from './sandbox.ts';
import { claimUniqueValues } from './unique-values.ts';

/**
 * Inserts preexisting records, such as seed data, into a sandbox: values are unique, copies and derived properties follow,
 * but no lifecycle starts and no event is emitted. They may reference each other. The caller holds a transaction.
 */
export async function putRecords(sandbox: Sandbox, records: Seed): Promise<void> {
  const known = new Map(records.map(({ store, id, body }) => [`${store} ${id}`, body]));
  const elsewhere = findIn(sandbox);
  const find: Find = async (store, id) => known.get(`${store} ${id}`) ?? elsewhere(store, id);
  for (const record of records) await putRecord(sandbox, record, find);
}

/** Replaces all records of a sandbox by other preexisting ones. The caller holds a transaction. */
export async function replaceRecords(sandbox: Sandbox, records: Seed): Promise<void> {
  await clearRows(sandbox.db, { workspaceId: sandbox.workspaceId, api: sandbox.api.slug });
  await putRecords(sandbox, records);
}

/** Inserts one preexisting record into a sandbox; undefined when its id is taken at its place. */
export async function putRecord(
  sandbox: Sandbox,
  { store, parent, id, body }: SeedRecord,
  find?: Find,
): Promise<StoredRecord | undefined> {
  const { db, api, workspaceId } = sandbox;
  const whole = await completeRecord(sandbox, getResource(api, store), body, undefined, find);
  const place = { workspaceId, api: api.slug, store, parent };
  const put = await insertRow(db, place, id, { body: whole, changedAt: readStamp(api, whole) });
  if (put) await claimUniqueValues(sandbox, place, put);
  return put;
}
