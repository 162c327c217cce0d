import { notFound } from '../../answers/refusal.ts';
import type { RecordBody } from '../../dialect/record-body.ts';
import { nameOf } from '../../plan/path-segments.ts';
import { assumedRecord, isRemoved } from '../../records/assumed-records.ts';
import { findFirstRecord, type Place } from '../../records/find-record.ts';
import { listRecords } from '../query/list-records.ts';
import { readQuestion } from '../query/read-question.ts';
import { answerRecord } from './answer-record.ts';
import { assumedValues, type Behaviour, type Call, getRecord, placeOfCall, resourceOf } from './call.ts';

/** Reads the record that the path names, or the first of its place. */
export const read: Behaviour = async (call) => {
  const place = await placeOfCall(call);
  const { isFirst, isNewest, filters, operation, pathFilters = {} } = call.plan;
  if (!isFirst && !isNewest) return answerRecord(call, (await getRecord(call, place)).body);
  const isAsked = isNewest || Object.keys({ ...filters, ...pathFilters }).length > 0;
  const found = await (isAsked ? findAsked(call, place) : findFirstRecord(call.db, place));
  if (!found) throw notFound(nameOf(operation.path));
  return answerRecord(call, found.body);
};

/** The first or the last of the records that are as the query, or the path, asks. */
async function findAsked(call: Call, place: Place): Promise<{ body: RecordBody } | undefined> {
  const { condition } = readQuestion(call);
  const newestFirst = call.plan.isNewest === true;
  const { records } = await listRecords(call.db, place, { limit: 1, offset: 0, condition, newestFirst });
  return records[0];
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
