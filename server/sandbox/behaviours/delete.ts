import { inTransaction } from '../../db/in-transaction.ts';
import { notFound } from '../../dialect/errors/refusal.ts';
import { deleteRecordsBelow } from '../delete-below.ts';
import { canceled, endLife, tell } from '../lifecycle/live.ts';
import { parentKey } from '../plan/parent-key.ts';
import { nameOf } from '../plan/path-segments.ts';
import { deleteRecord } from '../record-store.ts';
import { releaseUniqueValues } from '../unique-values.ts';
import { answerRecord } from './answer-record.ts';
import { type Behaviour, type Call, getRecord, placeOfCall, rulesOf } from './call.ts';
import { saveChange } from './save-record.ts';

/** Removes a record, or changes it where the profile says that DELETE cancels or deactivates. */
export const remove: Behaviour = async (call) => {
  const place = await placeOfCall(call);
  const { lifecycle, onDelete, unique = [] } = rulesOf(call);
  if (lifecycle?.cancel || onDelete) {
    const retired = await saveChange(
      call,
      place,
      () => getRecord(call, place),
      (before) => canceled(call, before) ?? { ...before, ...onDelete },
      (stored, body) => (lifecycle?.cancel ? endLife(call, stored, body) : tell(call, 'deleted', stored.id, body)),
    );
    return answerRecord(call, retired);
  }

  const stored = await getRecord(call, place);
  await inTransaction(call.db, async (transaction) => {
    if (!(await deleteRecord(transaction, stored))) throw notFound(stored.id);
    if (unique.length > 0) await releaseUniqueValues(transaction, place, stored.id);
    await deleteRecordsBelow(transaction, place, keyOfRecord(call));
  });
  await tell(call, 'deleted', stored.id, stored.body);
  return answerRecord(call, stored.body);
};

/** Under what the records below this one are kept. */
function keyOfRecord({ plan: { operation, parents, idParameter = '' }, parameters }: Call): string {
  return parentKey([...parents, { parameter: idParameter, name: nameOf(operation.path) }], parameters.path);
}
