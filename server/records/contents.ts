import { SentFile } from '../dialect/formats/sent-file.ts';
import { findRecord, type Place } from './find-record.ts';
import { contentStore } from './other-stores.ts';
import { deleteRow, insertRow, updateRow } from './record-table.ts';
import type { Sandbox } from './sandbox.ts';
import { sizeOf } from './storage-quota.ts';

/** Where a content is: its own address, and the key of the record that it goes with, if any. */
export interface ContentPlace {
  address: string;
  parent: string;
}

/** Keeps what was sent to an address, in the place of what was there; refuses (403) beyond the workspace's quota. */
export async function keepContent(sandbox: Sandbox, { address, parent }: ContentPlace, file: SentFile): Promise<void> {
  const { db, storage, workspaceId } = sandbox;
  const place = placeOf(sandbox);
  const body = { name: file.name, type: file.type, base64: file.bytes.toString('base64') };
  const before = await findRecord(db, place, address);
  const bytes = sizeOf(body) - (before ? sizeOf(before.body) : 0);
  await storage?.admit(db, workspaceId, { records: before ? 0 : 1, bytes });
  if (before) await updateRow(db, before, { body });
  else await insertRow(db, { ...place, parent }, address, { body });
}

/** Finds what is kept at the first of these addresses that has something. */
export async function findContent(sandbox: Sandbox, addresses: string[]): Promise<SentFile | undefined> {
  for (const address of addresses) {
    const found = await findRecord(sandbox.db, placeOf(sandbox), address);
    if (!found) continue;
    const { name, type, base64 } = found.body as Record<string, string>;
    return new SentFile(String(name), String(type), Buffer.from(String(base64), 'base64'));
  }
  return undefined;
}

/** Removes what is kept at an address. */
export async function removeContent(sandbox: Sandbox, address: string): Promise<void> {
  const found = await findRecord(sandbox.db, placeOf(sandbox), address);
  if (found) await deleteRow(sandbox.db, found);
}

function placeOf({ workspaceId, api }: Sandbox): Place {
  return { workspaceId, api: api.slug, store: contentStore };
}
