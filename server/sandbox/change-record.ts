import type { Database } from '../db/schema.ts';
import { type Scene, stamp } from './last-change.ts';
import { findRecord, type Place, type RecordBody, updateRecord } from './record-store.ts';

const attempts = 20;

/** Changes a record so that of two callers at once the second starts from what the first has written; undefined when it is not there. */
export async function changeRecord(
  db: Database,
  scene: Scene,
  place: Place,
  id: string,
  change: (record: RecordBody) => RecordBody,
): Promise<RecordBody | undefined> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const stored = await findRecord(db, place, id);
    if (!stored) return undefined;
    const { body, changedAt } = await stamp(db, scene, place.store, change(structuredClone(stored.body)));
    if (await updateRecord(db, stored, body, changedAt)) return body;
  }
  throw new Error(`The record ${id} of ${place.store} went on changing for ${attempts} attempts.`);
}
