import type { Database } from '../db/schema.ts';
import type { RecordBody } from '../dialect/record-body.ts';
import { placeBelow } from '../plan/parent-key.ts';
import type { ParentStep, Resource } from '../plan/plan-types.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { findRecord, type Place, type StoredRecord } from './find-record.ts';
import { makeRecord, type ServerValues } from './make-record.ts';
import { putRecord } from './put-records.ts';
import { insertRow } from './record-table.ts';
import type { Sandbox } from './sandbox.ts';

/** Where it is kept which assumed records were removed. */
function removals(place: Place): Place {
  return { ...place, store: `${place.store} (removed)` };
}

/** Where a record is called by, and what stands above it there. */
export interface Address {
  place: Place;
  parents: Pick<ParentStep, 'name'>[];
}

/** No operation tells which ids are there: of none of the resource's records, or of none at this address. */
function isUntold({ toldAt }: Resource, { parents }: Address): boolean {
  return toldAt !== undefined && !toldAt.has(placeBelow(parents));
}

/** Whether a record is there though none is kept: nothing tells which are, and nobody has removed it. */
export async function isAssumed(db: Database, resource: Resource, address: Address, id: string): Promise<boolean> {
  if (!isUntold(resource, address) || (await findRecord(db, removals(address.place), id))) return false;
  return resource.toldAt?.size === 0 || (await findAnywhere(db, address, id)) !== undefined;
}

/**
 * Finds a record. One that is only assumed is the one that goes by this id elsewhere; where no operation tells any ids, it is
 * made of the document's example, and kept from now on.
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
  const kept = await findRecord(db, place, id);
  if (kept || !(await isAssumed(db, resource, address, id))) return kept;
  if (resource.toldAt?.size !== 0) return findAnywhere(db, address, id);
  const { store, parent = '' } = place;
  const put = await putRecord(sandbox, { store, parent, id, body: assumedRecord(api, resource, values) });
  return put ?? findRecord(db, place, id);
}

function findAnywhere(db: Database, { place }: Address, id: string): Promise<StoredRecord | undefined> {
  return findRecord(db, { ...place, parent: undefined }, id);
}

/** What a record is like that nobody has made: as the document's example. */
export function assumedRecord(api: ServedApi, resource: Resource, values: ServerValues): RecordBody {
  const example = api.seed.find(({ store }) => store === resource.store)?.body ?? {};
  return makeRecord(api.document, resource, example, values);
}

/** Keeps an assumed record that is removed from coming back. */
export async function rememberRemoval(
  { db }: Sandbox,
  resource: Resource,
  address: Address,
  id: string,
): Promise<void> {
  if (isUntold(resource, address)) await insertRow(db, removals(address.place), id, { body: {} });
}
