import { notFound } from '../../answers/refusal.ts';
import { nameOf } from '../../plan/path-segments.ts';
import { assumedRecord, isRemoved } from '../../records/assumed-records.ts';
import { findFirstRecord, type Place, type StoredRecord } from '../../records/find-record.ts';
import { listRecords } from '../query/list-records.ts';
import { readQuestion } from '../query/read-question.ts';
import { answerRecord } from './answer-record.ts';
import { assumedValues, type Behaviour, type Call, getRecord, placeOfCall, resourceOf } from './call.ts';

/** Reads the record that the path names, or the first of its place. */
export const read: Behaviour = async (call) => {
  const place = await placeOfCall(call);
  if (!call.plan.isFirst) return answerRecord(call, (await getRecord(call, place)).body);
  const first = call.plan.pathFilters ? await findNamed(call, place) : await findFirstRecord(call.db, place);
  if (!first) throw notFound(nameOf(call.plan.operation.path));
  return answerRecord(call, first.body);
};

/** The record that the path names by another property than its id. */
async function findNamed(call: Call, place: Place): Promise<StoredRecord | undefined> {
  const { condition, order } = readQuestion(call);
  return (await listRecords(call.db, place, { limit: 1, offset: 0, condition, order })).records[0];
}

/** Reads the singleton of an address such as `/settings` or `/company`. */
export const readSingleton: Behaviour = async (call) => {
  const place = await placeOfCall(call);
  const record = await findFirstRecord(call.db, place);
  if (record) return answerRecord(call, record.body);
  // A record that is also in a list may be missing; a singleton with only this address always exists.
  if (resourceOf(call).itemPath || (await isRemoved(call.db, place, 'one')))
    throw notFound(nameOf(call.plan.operation.path));
  return answerRecord(call, assumedRecord(call.api, resourceOf(call), assumedValues(call, 'one')));
};
