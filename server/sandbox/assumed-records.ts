import type { Database } from '../db/schema.ts';
import { makeRecord, type ServerValues } from './make-record.ts';
import type { Resource } from './plan/plan-types.ts';
import { findRecord, insertRecord, type Place, type RecordBody, type StoredRecord } from './record-store.ts';
import type { ServedApi } from './served-api.ts';

/** Where it is kept which assumed records were removed. */
function removals(place: Place): Place {
  return { ...place, store: `${place.store} (removed)` };
}

/** Whether a record is there though none is kept: no operation tells the ids of its resource, and nobody has removed it. */
export async function isAssumed(db: Database, resource: Resource, place: Place, id: string): Promise<boolean> {
  return resource.anyId === true && (await findRecord(db, removals(place), id)) === undefined;
}

/** Finds a record; one that is only assumed is kept from now on, made of the document's example. */
export async function findOrAssume(
  db: Database,
  api: ServedApi,
  resource: Resource,
  place: Place,
  values: ServerValues,
): Promise<StoredRecord | undefined> {
  const { id } = values;
  const kept = await findRecord(db, place, id);
  if (kept || !(await isAssumed(db, resource, place, id))) return kept;
  const made = await insertRecord(db, place, id, assumedRecord(api, resource, values));
  return made ?? findRecord(db, place, id);
}

/** What a record is like that nobody has made: as the document's example. */
export function assumedRecord(api: ServedApi, resource: Resource, values: ServerValues): RecordBody {
  const example = api.seed.find(({ store }) => store === resource.store)?.body ?? {};
  return makeRecord(api.document, resource, example, values);
}

/** Keeps an assumed record that is removed from coming back. */
export async function rememberRemoval(db: Database, resource: Resource, place: Place, id: string): Promise<void> {
  if (resource.anyId) await insertRecord(db, removals(place), id, {});
}
