import type { Answer } from '../../dialect/answer.ts';
import { makeRecord, serverProperties } from '../make-record.ts';
import { findFirstRecord, findRecord, type Place, type RecordBody } from '../record-store.ts';
import { answerRecord } from './answer-record.ts';
import {
  type Behaviour,
  bodyOf,
  type Call,
  clockOf,
  getRecord,
  idOfCall,
  parentValues,
  placeOfCall,
  resourceOf,
} from './call.ts';
import { checkReferences } from './check-references.ts';
import { followed } from './follow-link.ts';
import { saveChange, saveNewRecord } from './save-record.ts';

/** PUT: what was sent replaces the record, but for what only the server sets; where the document says so, it creates. */
export const replace: Behaviour = async (call) => {
  const place = await placeOfCall(call);
  await checkReferences(call);
  const find = () => (call.plan.putCreates ? findRecord(call.db, place, idOfCall(call)) : getRecord(call, place));
  const body = await saveChange(call, place, find, (before) => replaced(call, followed(call, before)));
  return body ? answerRecord(call, body) : createAt(call, place, idOfCall(call), replace);
};

/** PATCH, or POST on an item: only what was sent changes; in a merge patch (RFC 7396) null removes. */
export const change: Behaviour = async (call) => {
  const place = await placeOfCall(call);
  await checkReferences(call);
  const find = () => getRecord(call, place);
  return answerRecord(call, await saveChange(call, place, find, (before) => changed(call, followed(call, before))));
};

/** Writes the one record of an address such as `/settings`. */
export const writeSingleton: Behaviour = async (call) => {
  const place = await placeOfCall(call);
  const next = call.plan.operation.method === 'put' ? replaced : changed;
  const body = await saveChange(
    call,
    place,
    () => findFirstRecord(call.db, place),
    (before) => next(call, before),
  );
  return body ? answerRecord(call, body) : createAt(call, place, 'one', writeSingleton);
};

function replaced(call: Call, before: RecordBody): RecordBody {
  const { document } = call.api;
  const kept = Object.fromEntries(
    [...serverProperties(resourceOf(call), document)].flatMap((name) => (name in before ? [[name, before[name]]] : [])),
  );
  const values = {
    id: String(before[resourceOf(call).idKey ?? ''] ?? ''),
    ...clockOf(call),
    parents: parentValues(call),
  };
  return { ...makeRecord(document, resourceOf(call), bodyOf(call), values), ...kept };
}

function changed(call: Call, before: RecordBody): RecordBody {
  const fixed = serverProperties(resourceOf(call), call.api.document);
  const sent = Object.fromEntries(Object.entries(bodyOf(call)).filter(([name]) => !fixed.has(name)));
  return merge(before, sent, isMergePatch(call));
}

const mergePatch = 'application/merge-patch+json';

/** Where an operation takes merge patches, its plain JSON is one too. */
function isMergePatch({ bodyType, plan: { operation } }: Call): boolean {
  return bodyType === mergePatch || Object.hasOwn(operation.requestBody?.content ?? {}, mergePatch);
}

function merge(before: RecordBody, sent: RecordBody, nullRemoves: boolean): RecordBody {
  const after = { ...before };
  for (const [name, value] of Object.entries(sent)) {
    if (value === null && nullRemoves) delete after[name];
    else after[name] = isObject(value) && isObject(after[name]) ? merge(after[name], value, nullRemoves) : value;
  }
  return after;
}

function isObject(value: unknown): value is RecordBody {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where another caller made the record in the meantime, this one goes on with what is there now. */
async function createAt(call: Call, place: Place, id: string, again: Behaviour): Promise<Answer> {
  const { document } = call.api;
  const body = makeRecord(document, resourceOf(call), bodyOf(call), {
    id,
    ...clockOf(call),
    parents: parentValues(call),
  });
  const kept = await saveNewRecord(call, place, id, body);
  if (!kept) return again(call);
  const created = '201' in call.plan.operation.responses ? 201 : call.plan.success.status;
  return answerRecord(
    { ...call, plan: { ...call.plan, success: { ...call.plan.success, status: created } } },
    kept.body,
  );
}
