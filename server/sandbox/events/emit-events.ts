import type { Database } from '../../db/schema.ts';
import { type EventRules, plainEvent } from '../../dialect/events.ts';
import { universalTime } from '../../dialect/times.ts';
import { publishEvent } from '../../webhooks/publish-event.ts';
import type { RecordBody } from '../record-store.ts';
import type { ServedApi } from '../served-api.ts';
import { showRecord } from '../show-record.ts';

/** A store of an API in a workspace, as far as its events need to know. */
export interface EventSource {
  api: ServedApi;
  workspaceId: string;
  store: string;
  /** The address that the API's paths are below. */
  baseUrl: string;
  /** The request that causes them, or that began what goes on now. */
  requestId?: string | null;
  /** What the workspace's clock shows. */
  now?: Date;
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
  const { api, workspaceId, store, baseUrl, requestId, now } = source;
  const rules = api.profile.resources?.[store]?.events;
  const types = rules ? typesOf(rules, happening) : [];
  if (!rules || types.length === 0) return;
  const createdAt = at.toISOString();
  const { events: format = plainEvent, times = universalTime } = api.profile;
  const shown = showRecord(api, store, record, baseUrl);
  const older = inOlderVersions(api, store, shown);
  for (const type of types) {
    const told = (record: RecordBody) => format({ type, createdAt: times.write(at), data: { [rules.name]: record } });
    const event = {
      workspaceId,
      api: api.slug,
      type,
      store,
      recordId: id,
      createdAt,
      payload: told(shown),
      olderPayloads: older && Object.fromEntries(older.map(([version, record]) => [version, told(record)])),
      requestId,
    };
    await publishEvent(transaction, event, { now });
  }
}

/** The record as each older version shows it that shows it otherwise. */
function inOlderVersions({ profile }: ServedApi, store: string, shown: RecordBody): [string, RecordBody][] | undefined {
  const older = Object.entries(profile.versions?.older ?? {}).flatMap(([version, { shapes }]) => {
    const shape = shapes?.[store];
    return shape ? [[version, shape.down(shown)] as [string, RecordBody]] : [];
  });
  return older.length > 0 ? older : undefined;
}

function typesOf(rules: EventRules, happening: Happening): string[] {
  return (typeof happening === 'string' ? rules[happening] : rules.states?.[happening.state]) ?? [];
}
