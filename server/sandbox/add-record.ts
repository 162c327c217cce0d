import type { Database } from '../db/schema.ts';
import { stamp } from './last-change.ts';
import { makeId } from './make-id.ts';
import { makeRecord } from './make-record.ts';
import { parentKey } from './plan/parent-key.ts';
import { insertRecord, type RecordBody, type StoredRecord } from './record-store.ts';
import { parentsOfStore } from './seed/read-seed.ts';
import type { ServedApi } from './served-api.ts';

/** Adds a record that no caller sent; read-only fields may be among those given, and so are the ids of what it lies below. */
export async function addRecord(
  db: Database,
  { api, workspaceId, now }: { api: ServedApi; workspaceId: string; now: Date },
  store: string,
  fields: RecordBody,
): Promise<Pick<StoredRecord, 'id' | 'body'>> {
  const resource = api.plan.resources.get(store);
  if (!resource) throw new Error(`${api.slug} has no store "${store}".`);
  const place = { workspaceId, api: api.slug, store, parent: parentKey(parentsOfStore(api.plan, resource), fields) };
  const { profile, document } = api;
  const id = await makeId(db, document, resource, place, { prefix: profile.resources?.[store]?.idPrefix });
  const made = makeRecord(document, resource, fields, { id, now, times: profile.times, parents: {} });
  const { body, changedAt } = await stamp(db, { api, workspaceId, now }, store, { ...made, ...fields });
  if (!(await insertRecord(db, place, id, body, changedAt))) throw new Error(`The id ${id} is taken in ${store}.`);
  return { id, body };
}
