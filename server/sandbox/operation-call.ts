import type { Answer } from '../answers/answer.ts';
import { acted } from '../dialect/actions.ts';
import type { OperationCall, OperationStore } from '../dialect/handlers/operation-handler.ts';
import type { RecordBody } from '../dialect/record-body.ts';
import { rulesOf } from '../dialect/rules-of.ts';
import { getResource } from '../plan/get-resource.ts';
import { parentKey } from '../plan/parent-key.ts';
import { parentsOfStore } from '../plan/parents-of-store.ts';
import { changeRecord } from '../records/change-record.ts';
import { createRecord } from '../records/create-record.ts';
import type { Happening } from '../records/emit-events.ts';
import { findRecord, type Place, type StoredRecord } from '../records/find-record.ts';
import { removeRecord } from '../records/remove-record.ts';
import { showToCaller } from '../records/show/older-shape.ts';
import { getBehaviour } from './behaviours/behave.ts';
import { type Call, getRecord, placeOfCall } from './behaviours/call.ts';
import { assertFollowable } from './behaviours/follow-link.ts';
import { locationOf } from './behaviours/location-of.ts';

/** The call as an operation's handler sees it, with limited access to the workspace's records. */
export function operationCall(call: Call): OperationCall {
  const { api, plan, parameters, body, now, baseUrl, mediaType } = call;
  return {
    document: api.document,
    parameters,
    body,
    now,
    mediaType,
    baseUrl,
    proceed: () => getBehaviour(plan.role)(call),
    record: async (link) => {
      const { body } = await getRecord(call, await placeOfCall(call));
      assertFollowable(call, body, link);
      return body;
    },
    change: async (change) => {
      const place = await placeOfCall(call);
      return (await changeRecord(call, place, (inside) => getRecord(inside, place), change)).body;
    },
    store: (name) => operationStore(call, name),
    answer: (value) => answerOf(call, value),
    created: (store, record) => ({ ...answerOf(call, record), headers: { location: locationOf(call, store, record) } }),
  };
}

function answerOf(call: Call, value: unknown): Answer {
  const { status, mediaType, schema } = call.plan.success;
  return { status, mediaType, body: showToCaller(call, schema, value) };
}

function operationStore(call: Call, store: string): OperationStore {
  const { api, workspaceId } = call;
  const resource = getResource(api, store);
  const parents = parentsOfStore(api.plan, resource);
  const place: Place = { workspaceId, api: api.slug, store };
  const find = (id: string) => (inside: Call) => findRecord(inside.db, place, id);
  const change = async (id: string, change: (record: RecordBody) => RecordBody, happening?: Happening) =>
    (await changeRecord(call, place, find(id), change, happening))?.body;
  return {
    find: async (id) => (await find(id)(call))?.body,
    change,
    follow: async (id, link) => {
      const { actions } = rulesOf(api.profile, store);
      if (!actions) throw new Error(`${store} of ${api.slug} has no actions, so "${link}" cannot be followed.`);
      const state = actions.moves[link]?.to;
      return change(id, (record) => acted(actions, link, record), state === undefined ? 'changed' : { state });
    },
    add: async (fields) => {
      const parent = parentKey(parents, fields);
      const created = await createRecord(call, { ...place, parent }, { fields, isTrusted: true });
      return (created as StoredRecord).body;
    },
    remove: async (id) => {
      const stored = await find(id)(call);
      if (!stored) return false;
      const address = { place: { ...place, parent: stored.parent }, parents };
      return removeRecord(call, address, resource.itemPath ?? `/${store}/{id}`, stored);
    },
  };
}
