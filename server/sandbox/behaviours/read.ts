import { notFound } from '../../dialect/errors/refusal.ts';
import { nameOf } from '../plan/path-segments.ts';
import { findFirstRecord } from '../record-store.ts';
import { answerRecord } from './answer-record.ts';
import { type Behaviour, getRecord, placeOfCall } from './call.ts';

/** Reads the record that the path names. */
export const read: Behaviour = async (call) =>
  answerRecord(call, (await getRecord(call, await placeOfCall(call))).body);

/** Reads the one record of an address such as `/settings` or `/company`. */
export const readSingleton: Behaviour = async (call) => {
  const record = await findFirstRecord(call.db, await placeOfCall(call));
  if (!record) throw notFound(nameOf(call.plan.operation.path));
  return answerRecord(call, record.body);
};
