import { makeRecord, serverProperties, touch } from '../make-record.ts';
import { findFirstRecord, findRecord, insertRecord, type Place, type RecordBody, type StoredRecord, updateRecord } from '../record-store.ts';
import { claimUniqueValues, releaseUniqueValues } from '../unique-values.ts';
import { answerRecord } from './answer-record.ts';
import { type Behaviour, bodyOf, type Call, getRecord, idOfCall, parentValues, placeOfCall, resourceOf, rulesOf } from './call.ts';
import { checkReferences } from './check-references.ts';

/** PUT: what was sent replaces the record, but for what only the server sets; where the document says so, it creates. */
export const replace: Behaviour = async (call) => {
  const place = await placeOfCall(call);
  await checkReferences(call);
  const stored = call.plan.putCreates ? await findRecord(call.db, place, idOfCall(call)) : await getRecord(call, place);
  if (!stored) return createAt(call, place, idOfCall(call));
  const body = await save(call, place, stored, replaced(call, stored.body));
  return answerRecord(call, body);
};

/** PATCH, or POST on an item: only what was sent changes; in a merge patch (RFC 7396) null removes. */
export const change: Behaviour = async (call) => {
  const place = await placeOfCall(call);
  await checkReferences(call);
  const stored = await getRecord(call, place);
  return answerRecord(call, await save(call, place, stored, changed(call, stored.body)));
};

/** Writes the one record of an address such as `/settings`. */
export const writeSingleton: Behaviour = async (call) => {
  const place = await placeOfCall(call);
  const stored = await findFirstRecord(call.db, place);
  if (!stored) return createAt(call, place, 'one');
  const next = call.plan.operation.method === 'put' ? replaced(call, stored.body) : changed(call, stored.body);
  return answerRecord(call, await save(call, place, stored, next));
};

function replaced(call: Call, before: RecordBody): RecordBody {
  const { document } = call.api;
  const kept = Object.fromEntries([...serverProperties(document, resourceOf(call))].flatMap((name) => (name in before ? [[name, before[name]]] : [])));
  const values = { id: String(before[resourceOf(call).idKey ?? ''] ?? ''), now: call.now, parents: parentValues(call) };
  return { ...makeRecord(document, resourceOf(call), bodyOf(call), values), ...kept };
}

function changed(call: Call, before: RecordBody): RecordBody {
  const fixed = serverProperties(call.api.document, resourceOf(call));
  const sent = Object.fromEntries(Object.entries(bodyOf(call)).filter(([name]) => !fixed.has(name)));
  return merge(before, sent, call.bodyType === 'application/merge-patch+json');
}

function merge(before: RecordBody, sent: RecordBody, nullRemoves: boolean): RecordBody {
  const after = { ...before };
  for (const [name, value] of Object.entries(sent)) {
    if (value === null && nullRemoves) delete after[name];
    else after[name] = isObject(value) && isObject(after[name]) ? merge(after[name], value, nullRemoves) : value;
  }
  return after;
}

function isObject(value: unknown): value is RecordBody {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function save(call: Call, place: Place, stored: StoredRecord, next: RecordBody): Promise<RecordBody> {
  const body = touch(call.api.document, resourceOf(call), next, call.now);
  const unique = rulesOf(call).unique ?? [];
  if (unique.length === 0) await updateRecord(call.db, stored.seq, body);
  else {
    await call.db.transaction().execute(async (transaction) => {
      await releaseUniqueValues(transaction, place, stored.id);
      await claimUniqueValues(transaction, place, unique, stored.id, body);
      await updateRecord(transaction, stored.seq, body);
    });
  }
  return body;
}

async function createAt(call: Call, place: Place, id: string): Promise<ReturnType<typeof answerRecord>> {
  const { document } = call.api;
  const body = makeRecord(document, resourceOf(call), bodyOf(call), { id, now: call.now, parents: parentValues(call) });
  // Another caller may have made it in the meantime: then this one replaces it.
  if (!(await insertRecord(call.db, place, id, body))) return replace(call);
  const created = '201' in call.plan.operation.responses ? 201 : call.plan.success.status;
  return answerRecord({ ...call, plan: { ...call.plan, success: { ...call.plan.success, status: created } } }, body);
}
