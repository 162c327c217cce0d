import type { Database } from '../../db/schema.ts';
import { type EventRules, plainEvent } from '../../dialect/events.ts';
import type { RecordBody } from '../record-store.ts';
import type { ServedApi } from '../served-api.ts';
import { showRecord } from '../show-record.ts';
import { insertEvent } from './event-store.ts';

/** A store of an API in a workspace, as far as its events need to know. */
export interface EventSource {
  api: ServedApi;
  workspaceId: string;
  store: string;
  /** The address that the API's paths are below. */
  baseUrl: string;
}

/** What has happened to a record: it came to a state of its lifecycle, or was made, changed or removed. */
export type Happening = { state: string } | 'created' | 'changed' | 'deleted';

/** Keeps the events of a change, with the record as it is now, in the transaction of that change. */
export async function emitEvents(
  transaction: Database,
  source: EventSource,
  happening: Happening,
  id: string,
  record: RecordBody,
  at: Date,
): Promise<void> {
  const { api, workspaceId, store, baseUrl } = source;
  const rules = api.profile.resources?.[store]?.events;
  const types = rules ? typesOf(rules, happening) : [];
  if (!rules || types.length === 0) return;
  const createdAt = at.toISOString();
  const data = { [rules.name]: showRecord(api, store, record, baseUrl) };
  const format = api.profile.events ?? plainEvent;
  for (const type of types) {
    const payload = format({ type, createdAt, data });
    await insertEvent(transaction, { workspaceId, api: api.slug, type, store, recordId: id, createdAt, payload });
  }
}

function typesOf(rules: EventRules, happening: Happening): string[] {
  return (typeof happening === 'string' ? rules[happening] : rules.states?.[happening.state]) ?? [];
}
