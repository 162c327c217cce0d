import { inTransaction } from '../../db/in-transaction.ts';
import { notFound } from '../../dialect/errors/refusal.ts';
import { deleteRecordsBelow } from '../delete-below.ts';
import { canceled, endLife, tell } from '../lifecycle/live.ts';
import { touch } from '../make-record.ts';
import { parentKey } from '../plan/parent-key.ts';
import { nameOf } from '../plan/path-segments.ts';
import { deleteRecord, type RecordBody, updateRecord } from '../record-store.ts';
import { releaseUniqueValues } from '../unique-values.ts';
import { answerRecord } from './answer-record.ts';
import { type Behaviour, type Call, getRecord, placeOfCall, resourceOf, rulesOf } from './call.ts';

const attempts = 100;

/** Removes a record, or changes it where the profile says that DELETE cancels or deactivates. */
export const remove: Behaviour = async (call) => {
  const place = await placeOfCall(call);
  const { lifecycle, onDelete, unique = [] } = rulesOf(call);
  if (lifecycle?.cancel || onDelete) return answerRecord(call, await retire(call));

  const stored = await getRecord(call, place);
  await inTransaction(call.db, async (transaction) => {
    if (!(await deleteRecord(transaction, stored))) throw notFound(stored.id);
    if (unique.length > 0) await releaseUniqueValues(transaction, place, stored.id);
    await deleteRecordsBelow(transaction, place, keyOfRecord(call));
  });
  await tell(call, 'deleted', stored.id, stored.body);
  return answerRecord(call, stored.body);
};

/** Changes a record as it is now to what DELETE makes of it; where another caller was quicker, it is read again. */
async function retire(call: Call): Promise<RecordBody> {
  const place = await placeOfCall(call);
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const stored = await getRecord(call, place);
    const ended = canceled(call, stored.body);
    const body =
      ended ?? touch(call.api.document, resourceOf(call), { ...stored.body, ...rulesOf(call).onDelete }, call.now);
    if (!(await updateRecord(call.db, stored, body))) continue;
    if (ended) await endLife(call, stored, body);
    else await tell(call, 'deleted', stored.id, body);
    return body;
  }
  throw new Error(`A record of ${place.store} could not be changed in ${attempts} attempts.`);
}

/** Under what the records below this one are kept. */
function keyOfRecord({ plan: { operation, parents, idParameter = '' }, parameters }: Call): string {
  return parentKey([...parents, { parameter: idParameter, name: nameOf(operation.path) }], parameters.path);
}
