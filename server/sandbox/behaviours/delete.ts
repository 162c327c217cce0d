import { inTransaction } from '../../db/in-transaction.ts';
import type { Database } from '../../db/schema.ts';
import { notFound } from '../../dialect/errors/refusal.ts';
import { addRecord } from '../add-record.ts';
import { rememberRemoval } from '../assumed-records.ts';
import { deleteRecordsBelow } from '../delete-below.ts';
import { canceled, endLife, tell } from '../lifecycle/live.ts';
import { rememberNumbers } from '../next-number.ts';
import { parentKey } from '../plan/parent-key.ts';
import { nameOf } from '../plan/path-segments.ts';
import { deleteRecord } from '../record-store.ts';
import { releaseUniqueValues } from '../unique-values.ts';
import { answerRecord } from './answer-record.ts';
import { type Behaviour, type Call, getRecord, placeOfCall, resourceOf, rulesOf } from './call.ts';
import { followed } from './follow-link.ts';
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
      (before) => canceled(call, followed(call, before)) ?? { ...followed(call, before), ...onDelete },
      (stored, body) => (lifecycle?.cancel ? endLife(call, stored, body) : tell(call, 'deleted', stored.id, body)),
    );
    return answerRecord(call, retired);
  }

  const stored = await getRecord(call, place);
  followed(call, stored.body);
  await inTransaction(call.db, async (transaction) => {
    if (resourceOf(call).idType === 'integer') await rememberNumbers(transaction, place);
    await rememberRemoval(transaction, resourceOf(call), { place, parents: call.plan.parents }, stored.id);
    // What is kept elsewhere is only taken away from here.
    if (place.parent !== undefined && place.parent !== stored.parent) return;
    if (!(await deleteRecord(transaction, stored))) throw notFound(stored.id);
    if (unique.length > 0) await releaseUniqueValues(transaction, place, stored.id);
    await deleteRecordsBelow(transaction, place, keyOfRecord(call), storesThatStandAlone(call));
    await tellRemoval(transaction, call, stored.id);
  });
  await tell(call, 'deleted', stored.id, stored.body);
  return answerRecord(call, stored.body);
};

/** Who follows a list by its changes learns of a removal from another list, for no record is there to tell it. */
async function tellRemoval(transaction: Database, call: Call, id: string): Promise<void> {
  const { removals } = call.api.profile.lastChange ?? {};
  const { store } = resourceOf(call);
  if (removals) await addRecord(transaction, call, removals.store, removals.describe(store, id));
}

function storesThatStandAlone({ api }: Call): string[] {
  return [...api.plan.resources.values()].flatMap(({ standsAlone, store }) => (standsAlone ? [store] : []));
}

/** Under what the records below this one are kept. */
function keyOfRecord({ plan: { operation, parents, idParameter = '' }, parameters }: Call): string {
  return parentKey([...parents, { parameter: idParameter, name: nameOf(operation.path) }], parameters.path);
}
