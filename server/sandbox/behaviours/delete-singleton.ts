import { notFound } from '../../answers/refusal.ts';
import { inTransaction } from '../../db/in-transaction.ts';
import { nameOf } from '../../plan/path-segments.ts';
import { assumedRecord, isRemoved, markRemoved } from '../../records/assumed-records.ts';
import { findFirstRecord } from '../../records/find-record.ts';
import { removeRecord } from '../../records/remove-record.ts';
import { answerRecord } from './answer-record.ts';
import { assumedValues, type Behaviour, placeOfCall, resourceOf } from './call.ts';

/** Removes the single record of an address; it is gone until it is written again. */
export const removeSingleton: Behaviour = async (call) => {
  const place = await placeOfCall(call);
  return inTransaction(call.db, async (db) => {
    const stored = await findFirstRecord(db, place);
    if (!stored && (await isRemoved(db, place, 'one'))) throw notFound(nameOf(call.plan.operation.path));
    const address = { place, parents: call.plan.parents };
    if (stored) await removeRecord({ ...call, db }, address, call.plan.operation.path, stored);
    await markRemoved(db, place, 'one');
    return answerRecord(call, stored?.body ?? assumedRecord(call.api, resourceOf(call), assumedValues(call, 'one')));
  });
};
