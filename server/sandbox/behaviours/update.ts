import type { Answer } from '../../answers/answer.ts';
import type { RecordBody } from '../../dialect/record-body.ts';
import { changeRecord } from '../../records/change-record.ts';
import { createRecord } from '../../records/create-record.ts';
import { findFirstRecord, findRecord, type Place } from '../../records/find-record.ts';
import { makeRecord, serverProperties } from '../../records/make-record.ts';
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

/** PUT: the body replaces the record, except properties that only the server sets; where documented, it creates. */
export const replace: Behaviour = async (call) => {
  const place = await placeOfCall(call);
  await checkReferences(call);
  const find = (inside: Call) =>
    call.plan.putCreates ? findRecord(inside.db, place, idOfCall(call)) : getRecord(inside, place);
  const record = await changeRecord(call, place, find, (before) => replaced(call, followed(call, before)));
  return record ? answerRecord(call, record.body) : createAt(call, place, idOfCall(call), replace);
};

/** PATCH, or POST on an item: only the sent fields change; in a merge patch (RFC 7396) null removes. */
export const change: Behaviour = async (call) => {
  const place = await placeOfCall(call);
  await checkReferences(call);
  const find = (inside: Call) => getRecord(inside, place);
  const { body } = await changeRecord(call, place, find, (before) => changed(call, followed(call, before)));
  return answerRecord(call, body);
};

/** Writes the singleton of an address such as `/settings`. */
export const writeSingleton: Behaviour = async (call) => {
  const place = await placeOfCall(call);
  const next = call.plan.operation.method === 'put' ? replaced : changed;
  const find = ({ db }: Call) => findFirstRecord(db, place);
  const record = await changeRecord(call, place, find, (before) => next(call, before));
  return record ? answerRecord(call, record.body) : createAt(call, place, 'one', writeSingleton);
};

function replaced(call: Call, before: RecordBody): RecordBody {
  const { document } = call.api;
  const serverSet = Object.fromEntries(
    [...serverProperties(resourceOf(call), document)].flatMap((name) => (name in before ? [[name, before[name]]] : [])),
  );
  const values = {
    id: String(before[resourceOf(call).idKey ?? ''] ?? ''),
    ...clockOf(call),
    parents: parentValues(call),
  };
  return { ...makeRecord(document, resourceOf(call), bodyOf(call), values), ...serverSet };
}

function changed(call: Call, before: RecordBody): RecordBody {
  const named = call.plan.idFrom?.name;
  const fixed = new Set([...serverProperties(resourceOf(call), call.api.document), ...(named ? [named] : [])]);
  const sent = Object.fromEntries(Object.entries(bodyOf(call)).filter(([name]) => !fixed.has(name)));
  return merge(before, sent, isMergePatch(call));
}

const mergePatch = 'application/merge-patch+json';

/** Where an operation accepts merge patches, its plain JSON is one too. */
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

/** When another caller has created the record in the meantime, retries on that record. */
async function createAt(call: Call, place: Place, id: string, again: Behaviour): Promise<Answer> {
  const created = await createRecord(call, place, { id, fields: bodyOf(call), parents: parentValues(call) });
  if (!created) return again(call);
  const { operation, success } = call.plan;
  const status = '201' in operation.responses ? 201 : success.status;
  return answerRecord({ ...call, plan: { ...call.plan, success: { ...success, status } } }, created.body);
}
