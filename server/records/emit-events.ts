import type { DataFacts, EventRules } from '../dialect/events.ts';
import type { RecordBody } from '../dialect/record-body.ts';
import { rulesOf } from '../dialect/rules-of.ts';
import { publishEvent } from '../events/publish-event.ts';
import { findIn } from './complete-record.ts';
import { bodiesOfEvent, timeOfEvent } from './event-bodies.ts';
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
  const shown = showRecord(api, store, record, baseUrl);
  const facts: DataFacts = { document: api.document, at: timeOfEvent(api, at), find: findIn(sandbox) };
  for (const type of types) {
    const event = { workspaceId, api: api.slug, type, store, recordId: id, createdAt: at.toISOString(), requestId };
    for (const bodies of await bodiesOfEvent(api, { store, type, shown, facts }))
      await publishEvent(db, { ...event, ...bodies }, { now });
  }
}

function typesOf(rules: EventRules, happening: Happening): string[] {
  return (typeof happening === 'string' ? rules[happening] : rules.states?.[happening.state]) ?? [];
}
