import type { Database } from '../db/schema.ts';
import type { StoredRecord } from './find-record.ts';
import { deleteRow } from './record-table.ts';

/** Removes records that no request can read: nothing is told of it, and nothing is below them. */
export async function dropUnread(db: Database, records: StoredRecord[]): Promise<void> {
  for (const record of records) await deleteRow(db, record);
}
