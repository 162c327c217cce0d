import type { RecordBody } from '../../dialect/record-body.ts';
import { changeAt, schemaAt } from '../../plan/record-place.ts';
import { createRecord } from '../../records/create-record.ts';
import { dropUnread } from '../../records/drop-unread.ts';
import type { Place, StoredRecord } from '../../records/find-record.ts';
import { listRecords } from '../query/list-records.ts';
import { type Behaviour, bodyOf, type Call, knownOf, parentValues, placeOfCall, resourceOf } from './call.ts';
import { echoed, stateless } from './stateless.ts';
import { writeSingleton } from './update.ts';

/** How many records a place keeps that no request can read or remove: they must not fill the quota of their workspace. */
const mostUnread = 100;

/** Keeps what is sent to where nothing shows it again. The answer is the document's example, with what was sent and the record's own id and times. */
export const keep: Behaviour = async (call) => {
  const { isFirst, success } = call.plan;
  if (isFirst) {
    await writeSingleton(call);
    return stateless(call);
  }
  const place = await placeOfCall(call);
  const made = { fields: bodyOf(call), known: knownOf(call), parents: parentValues(call) };
  const { body: kept } = (await createRecord(call, place, made)) as StoredRecord;
  if (resourceOf(call).isUnread) await removeOldest(call, place);
  const answer = await stateless(call);
  const { recordAt } = success;
  const schema = schemaAt(call.api.document, success.schema, recordAt);
  const body = changeAt(answer.body, recordAt, (shown) =>
    isRecord(shown) ? echoed(call, shown, schema, kept) : shown,
  );
  return { ...answer, body };
};

async function removeOldest({ db }: Call, place: Place): Promise<void> {
  const { records } = await listRecords(db, place, { limit: 1, offset: mostUnread, newestFirst: true });
  await dropUnread(db, records);
}

function isRecord(value: unknown): value is RecordBody {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value);
}
