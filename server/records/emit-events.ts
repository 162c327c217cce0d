import { type DataFacts, type EventData, type EventRules, plainEvent } from '../dialect/events.ts';
import type { RecordBody } from '../dialect/record-body.ts';
import { rulesOf } from '../dialect/rules-of.ts';
import { universalTime } from '../dialect/times.ts';
import { publishEvent } from '../events/publish-event.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { findIn } from './complete-record.ts';
import type { Sandbox } from './sandbox.ts';
import { showRecord } from './show/show-record.ts';

/** What happened to a record: a new state, or its creation, change or removal. */
export type Happening = { state: string } | 'created' | 'changed' | 'deleted';

/** Emits the events of a change, with the record as it is now, in the transaction of the change. */
export async function emitEvents(
  sandbox: Sandbox,
  store: string,
  happening: Happening,
  id: string,
  record: RecordBody,
  at: Date = sandbox.now,
): Promise<void> {
  const { db, api, workspaceId, baseUrl, requestId, now } = sandbox;
  const { events: rules } = rulesOf(api.profile, store);
  const types = rules ? typesOf(rules, happening) : [];
  if (!rules || types.length === 0) return;
  const { events: format = plainEvent, times = universalTime } = api.profile;
  const shown = showRecord(api, store, record, baseUrl);
  const older = inOlderVersions(api, store, shown);
  const createdAt = times.write(at);
  const facts: DataFacts = { document: api.document, at: createdAt, find: findIn(sandbox) };
  for (const type of types) {
    const payloadOf = (data: EventData) => format({ type, createdAt, data });
    const event = { workspaceId, api: api.slug, type, store, recordId: id, createdAt: at.toISOString(), requestId };
    const own = await rules.data?.(type, shown, facts);
    for (const data of own ?? [{ [rules.name]: shown }]) {
      const olderPayloads =
        own || !older
          ? undefined
          : Object.fromEntries(older.map(([version, body]) => [version, payloadOf({ [rules.name]: body })]));
      await publishEvent(db, { ...event, payload: payloadOf(data), olderPayloads }, { now });
    }
  }
}

/** The record in each older version that represents it differently. */
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
