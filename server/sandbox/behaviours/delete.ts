import { touch } from '../make-record.ts';
import { deleteRecord, updateRecord } from '../record-store.ts';
import { releaseUniqueValues } from '../unique-values.ts';
import { answerRecord } from './answer-record.ts';
import { type Behaviour, getRecord, placeOfCall, resourceOf, rulesOf } from './call.ts';

/** Removes a record, or changes it where the profile says that DELETE deactivates. */
export const remove: Behaviour = async (call) => {
  const place = await placeOfCall(call);
  const { seq, id, body } = await getRecord(call, place);
  const { onDelete, unique = [] } = rulesOf(call);
  if (onDelete) {
    const changed = touch(call.api.document, resourceOf(call), { ...body, ...onDelete }, call.now);
    await updateRecord(call.db, seq, changed);
    return answerRecord(call, changed);
  }
  await call.db.transaction().execute(async (transaction) => {
    if (unique.length > 0) await releaseUniqueValues(transaction, place, id);
    await deleteRecord(transaction, seq);
  });
  return answerRecord(call, body);
};
