import type { Removals } from '../dialect/last-change.ts';
import { getResource } from '../plan/get-resource.ts';
import { nameOf } from '../plan/path-segments.ts';
import { type Address, rememberRemoval } from './assumed-records.ts';
import { atomically, storesRemovedWith } from './atomically.ts';
import { createRecord } from './create-record.ts';
import { emitEvents } from './emit-events.ts';
import type { StoredRecord } from './find-record.ts';
import { rememberNumbers } from './next-number.ts';
import { deleteRow, deleteRowsBelow } from './record-table.ts';
import type { Sandbox } from './sandbox.ts';

/**
 * Removes a record and everything stored below it, by all rules of their stores. Returns false when it no longer existed.
 * `itemPath` is its path in the document.
 */
export async function removeRecord(
  sandbox: Sandbox,
  address: Address,
  itemPath: string,
  stored: StoredRecord,
): Promise<boolean> {
  const { place } = address;
  const resource = getResource(sandbox.api, place.store);
  return atomically(sandbox, storesRemovedWith(sandbox.api, place.store), async (inside) => {
    // A record that is stored elsewhere is only removed from here.
    const isHere = place.parent === undefined || place.parent === stored.parent;
    if (isHere && !(await deleteRow(inside.db, stored))) return false;
    await rememberRemoval(inside, resource, address, stored.id);
    if (!isHere) return true;
    const own = `${nameOf(itemPath)}/${stored.id}`;
    const parents = [place.parent, stored.parent, ...(resource.standsAlone ? [''] : [])];
    const keys = new Set(parents.map((parent) => (parent ? `${parent}/${own}` : own)));
    const below = await deleteRowsBelow(inside.db, place, [...keys], storesThatStandAlone(inside));
    await settleRemovals(inside, [...below, { ...stored, store: place.store }]);
    return true;
  });
}

/** Removed records emit events, and their numbers are not reused. */
async function settleRemovals(sandbox: Sandbox, removed: (StoredRecord & { store: string })[]): Promise<void> {
  const { db, api, workspaceId } = sandbox;
  const { removals } = api.profile.lastChange ?? {};
  for (const [store, records] of Map.groupBy(removed, (record) => record.store)) {
    const resource = api.plan.resources.get(store);
    if (!resource) continue;
    const place = { workspaceId, api: api.slug, store };
    const ids = records.map(({ id }) => id);
    if (resource.idType === 'integer') await rememberNumbers(db, place, ids);
    for (const { id, body } of records) {
      // A list that is followed by its changes cannot show removed records, so another list reports removals.
      if (removals) await addRemoval(sandbox, removals, store, id);
      await emitEvents(sandbox, store, 'deleted', id, body);
    }
  }
}

async function addRemoval(sandbox: Sandbox, { store, describe }: Removals, from: string, id: string): Promise<void> {
  const place = { workspaceId: sandbox.workspaceId, api: sandbox.api.slug, store, parent: '' };
  await createRecord({ ...sandbox, storage: undefined }, place, { fields: describe(from, id), isTrusted: true });
}

function storesThatStandAlone({ api }: Sandbox): string[] {
  return [...api.plan.resources.values()].flatMap(({ standsAlone, store }) => (standsAlone ? [store] : []));
}
