import type { Answer } from '../../answers/answer.ts';
import type { RecordBody } from '../../dialect/record-body.ts';
import { assumedRecord } from '../../records/assumed-records.ts';
import { changeRecord } from '../../records/change-record.ts';
import { createRecord } from '../../records/create-record.ts';
import { findFirstRecord, findRecord, type Place } from '../../records/find-record.ts';
import { makeRecord, serverProperties } from '../../records/make-record.ts';
import { answerRecord } from './answer-record.ts';
import {
  assumedValues,
  type Behaviour,
  bodyOf,
  type Call,
  clockOf,
  getRecord,
  idOfCall,
  knownOf,
  parentValues,
  placeOfCall,
  resourceOf,
} from './call.ts';
import { changeFields, isJsonPatch } from './change-fields.ts';
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

/** PATCH, or POST on an item: only the sent fields change, or what a patch says. */
export const change: Behaviour = async (call) => {
  if (call.plan.putCreates) return replace(call);
  const place = await placeOfCall(call);
  await checkReferences(isJsonPatch(call) ? await patchedCall(call, place) : call);
  const find = (inside: Call) => getRecord(inside, place);
  const { body } = await changeRecord(call, place, find, (before) => changeFields(call, followed(call, before)));
  return answerRecord(call, body);
};

/** The call as if it sent what its JSON Patch leads to. */
async function patchedCall(call: Call, place: Place): Promise<Call> {
  return { ...call, body: changeFields(call, (await getRecord(call, place)).body) };
}

/** Writes the singleton of an address such as `/settings`. */
export const writeSingleton: Behaviour = async (call) => {
  const place = await placeOfCall(call);
  const next = { put: replaced, post: added }[call.plan.operation.method as string] ?? changeFields;
  const find = ({ db }: Call) => findFirstRecord(db, place);
  const record = await changeRecord(call, place, find, (before) => next(call, before));
  if (record) return answerRecord(call, record.body);
  const assumed = () => assumedRecord(call.api, resourceOf(call), assumedValues(call, 'one'));
  const first = isJsonPatch(call) ? { ...call, body: changeFields(call, assumed()) } : call;
  return createAt(first, place, 'one', () => writeSingleton(call));
};

/** A record with what POST adds: fields, and elements of its lists. */
function added(call: Call, before: RecordBody): RecordBody {
  const after = changeFields(call, before);
  if (Object.keys(call.api.profile).length > 0) return after;
  for (const [name, value] of Object.entries(bodyOf(call))) {
    const known = before[name];
    if (Array.isArray(value) && Array.isArray(known)) after[name] = [...known, ...value];
  }
  return after;
}

function replaced(call: Call, before: RecordBody): RecordBody {
  const { document } = call.api;
  const resource = resourceOf(call);
  // What no request shows, such as the record above that a task was created below, no request can send either.
  const kept = [...serverProperties(resource, document), ...(resource.hidden ?? [])];
  const serverSet = Object.fromEntries(kept.flatMap((name) => (name in before ? [[name, before[name]]] : [])));
  const values = {
    id: String(before[resourceOf(call).idKey ?? ''] ?? ''),
    ...clockOf(call),
    parents: parentValues(call),
  };
  return { ...makeRecord(document, resourceOf(call), bodyOf(call), values), ...serverSet, ...knownOf(call) };
}

/** When another caller has created the record in the meantime, retries on that record. */
async function createAt(call: Call, place: Place, id: string, again: Behaviour): Promise<Answer> {
  const created = await createRecord(call, place, {
    id,
    fields: bodyOf(call),
    known: knownOf(call),
    parents: parentValues(call),
  });
  if (!created) return again(call);
  const { operation, success } = call.plan;
  const status = '201' in operation.responses ? 201 : success.status;
  return answerRecord({ ...call, plan: { ...call.plan, success: { ...success, status } } }, created.body);
}
