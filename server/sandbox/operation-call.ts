import { acted } from '../dialect/actions.ts';
import type { Answer } from '../dialect/answer.ts';
import { notFound } from '../dialect/errors/refusal.ts';
import type { Fields, OperationCall, OperationStore } from '../dialect/handlers/operation-handler.ts';
import { addRecord } from './add-record.ts';
import { behaviours } from './behaviours/behave.ts';
import { type Call, clockOf, getRecord, placeOfCall } from './behaviours/call.ts';
import { changeRecord } from './change-record.ts';
import { emitEvents } from './events/emit-events.ts';
import { enterState, tell } from './lifecycle/live.ts';
import { touch } from './make-record.ts';
import { presentRecord } from './older-shape.ts';
import type { Resource } from './plan/plan-types.ts';
import { findRecord } from './record-store.ts';

/** What an operation's own handler gets: the call, and the workspace's records as far as a handler may touch them. */
export function operationCall(call: Call): OperationCall {
  const { api, plan, parameters, body, now, baseUrl, mediaType } = call;
  return {
    document: api.document,
    parameters,
    body,
    now,
    mediaType,
    baseUrl,
    proceed: () => behaviours[plan.role](call),
    record: async () => (await getRecord(call, await placeOfCall(call))).body,
    change: async (change) => {
      const place = await placeOfCall(call);
      const { id } = await getRecord(call, place);
      const changed = await changeRecord(call.db, call, place, id, change);
      if (!changed) throw notFound(id);
      await tell(call, 'changed', id, changed);
      return changed;
    },
    store: (name) => operationStore(call, name),
    answer: (value): Answer => ({
      status: plan.success.status,
      mediaType: plan.success.mediaType,
      body: presentRecord(call, plan.success.schema, value),
    }),
  };
}

function operationStore(call: Call, store: string): OperationStore {
  const { db, api, workspaceId, now } = call;
  const place = { workspaceId, api: api.slug, store };
  const tellHere = (happening: 'created' | 'changed', id: string, record: Fields) =>
    emitEvents(db, { ...call, store }, happening, id, record, now);
  return {
    find: async (id) => (await findRecord(db, place, id))?.body,
    change: async (id, change) => {
      const changed = await changeRecord(db, call, place, id, change);
      if (changed) await tellHere('changed', id, changed);
      return changed;
    },
    follow: async (id, link) => {
      const { actions } = api.profile.resources?.[store] ?? {};
      if (!actions) throw new Error(`${store} of ${api.slug} has no actions, so nobody can follow "${link}".`);
      const resource = api.plan.resources.get(store) as Resource;
      const stored = await findRecord(db, place, id);
      const follow = (record: Fields) => touch(api.document, resource, acted(actions, link, record), clockOf(call));
      const changed = stored && (await changeRecord(db, call, place, id, follow));
      if (changed) await enterState({ ...call, plan: { ...call.plan, resource } }, stored, changed);
      return changed;
    },
    add: async (fields) => {
      const { id, body } = await addRecord(db, call, store, fields);
      await tellHere('created', id, body);
      return body;
    },
  };
}
