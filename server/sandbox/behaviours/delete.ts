import { notFound, Refusal } from '../../answers/refusal.ts';
import { say, sayAny } from '../../answers/say.ts';
import type { Lifecycle } from '../../dialect/lifecycle.ts';
import type { RecordBody } from '../../dialect/record-body.ts';
import { changeRecord } from '../../records/change-record.ts';
import { removeRecord } from '../../records/remove-record.ts';
import { answerRecord } from './answer-record.ts';
import { type Behaviour, type Call, getRecord, placeOfCall, rulesOfCall } from './call.ts';
import { followed } from './follow-link.ts';

/** Removes a record, or changes it where the profile says that DELETE cancels or deactivates. */
export const remove: Behaviour = async (call) => {
  const place = await placeOfCall(call);
  const { lifecycle, onDelete } = rulesOfCall(call);
  const find = (inside: Call) => getRecord(inside, place);
  if (lifecycle?.cancel) {
    const { property, cancel } = lifecycle;
    const change = (before: RecordBody) => canceled(property, cancel, followed(call, before));
    return answerRecord(call, (await changeRecord(call, place, find, change, { state: cancel.to })).body);
  }
  if (onDelete) {
    const change = (before: RecordBody) => ({ ...followed(call, before), ...onDelete });
    return answerRecord(call, (await changeRecord(call, place, find, change, 'deleted')).body);
  }
  const stored = await getRecord(call, place);
  followed(call, stored.body);
  const address = { place, parents: call.plan.parents };
  if (!(await removeRecord(call, address, call.plan.operation.path, stored))) throw notFound(stored.id);
  return answerRecord(call, stored.body);
};

/** The record as cancelled; refuses in a state that does not allow it. */
function canceled(property: string, { from, to }: NonNullable<Lifecycle['cancel']>, record: RecordBody): RecordBody {
  const state = String(record[property]);
  if (!from.includes(state)) throw invalidState(property, state, from, to);
  return { ...record, [property]: to };
}

function invalidState(property: string, state: string, from: string[], to: string): Refusal {
  const quoted = from.map((name) => `"${name}"`);
  return new Refusal('invalid_state', say('records.invalid-state', { property, state, to, states: sayAny(quoted) }));
}
