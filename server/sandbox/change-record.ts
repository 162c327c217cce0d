import type { Database } from '../db/schema.ts';
import { findRecord, type Place, type RecordBody } from './record-store.ts';

const attempts = 20;

/** Changes a record so that of two callers at once the second starts from what the first has written; undefined when it is not there. */
export async function changeRecord(
  db: Database,
  place: Place,
  id: string,
  change: (record: RecordBody) => RecordBody,
): Promise<RecordBody | undefined> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const stored = await findRecord(db, place, id);
    if (!stored) return undefined;
    const next = change(structuredClone(stored.body));
    // What was read is compared by the database itself: only one of two writers finds it still there.
    const { numUpdatedRows } = await db
      .updateTable('record')
      .set({ body: JSON.stringify(next) })
      .where('seq', '=', stored.seq)
      .where('body', '=', JSON.stringify(stored.body))
      .executeTakeFirstOrThrow();
    if (numUpdatedRows > 0n) return next;
  }
  throw new Error(`The record ${id} of ${place.store} went on changing for ${attempts} attempts.`);
}
