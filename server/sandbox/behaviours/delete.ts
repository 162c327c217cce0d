import { deleteRecordsBelow } from '../delete-below.ts';
import { touch } from '../make-record.ts';
import { parentKey } from '../plan/parent-key.ts';
import { nameOf } from '../plan/path-segments.ts';
import { deleteRecord, updateRecord } from '../record-store.ts';
import { releaseUniqueValues } from '../unique-values.ts';
import { answerRecord } from './answer-record.ts';
import { type Behaviour, type Call, getRecord, placeOfCall, resourceOf, rulesOf } from './call.ts';

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
    await deleteRecordsBelow(transaction, place, keyOfRecord(call));
  });
  return answerRecord(call, body);
};

/** Under what the records below this one are kept. */
function keyOfRecord({ plan: { operation, parents, idParameter = '' }, parameters }: Call): string {
  return parentKey([...parents, { parameter: idParameter, name: nameOf(operation.path) }], parameters.path);
}
