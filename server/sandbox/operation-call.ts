import type { Answer } from '../dialect/answer.ts';
import { notFound } from '../dialect/errors/refusal.ts';
import type { Fields, OperationCall, OperationStore } from '../dialect/handlers/operation-handler.ts';
import { behaviours } from './behaviours/behave.ts';
import { type Call, getRecord, placeOfCall } from './behaviours/call.ts';
import { changeRecord } from './change-record.ts';
import { makeId } from './make-id.ts';
import { makeRecord } from './make-record.ts';
import { present } from './present-record.ts';
import { findRecord, insertRecord } from './record-store.ts';

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
      return (await changeRecord(call.db, place, id, change)) ?? Promise.reject(notFound(id));
    },
    store: (name) => operationStore(call, name),
    answer: (value): Answer => ({
      status: plan.success.status,
      mediaType: plan.success.mediaType,
      body: present(api.document, plan.success.schema, value),
    }),
  };
}

function operationStore({ db, api, workspaceId, now }: Call, store: string): OperationStore {
  const resource = api.plan.resources.get(store);
  if (!resource) throw new Error(`${api.slug} has no store "${store}".`);
  const place = { workspaceId, api: api.slug, store };
  return {
    find: async (id) => (await findRecord(db, place, id))?.body,
    add: async (fields) => {
      const id = await makeId(db, api.document, resource, place, {
        prefix: api.profile.resources?.[store]?.idPrefix,
      });
      // A handler may set what callers may not: read-only fields are its to fill.
      const record: Fields = { ...makeRecord(api.document, resource, fields, { id, now, parents: {} }), ...fields };
      if (!(await insertRecord(db, place, id, record))) throw new Error(`The id ${id} is taken in ${store}.`);
      return record;
    },
  };
}
