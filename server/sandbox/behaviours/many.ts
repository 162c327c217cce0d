import type { Answer } from '../../answers/answer.ts';
import { bodyIssue } from '../../answers/issue.ts';
import { invalidFields } from '../../answers/refusal.ts';
import { inTransaction } from '../../db/in-transaction.ts';
import type { RecordBody } from '../../dialect/record-body.ts';
import { isValue, valueKey } from '../../plan/bare-values.ts';
import { changeRecord } from '../../records/change-record.ts';
import { createRecord } from '../../records/create-record.ts';
import { findRecord, type Place, type StoredRecord } from '../../records/find-record.ts';
import { removeRecord } from '../../records/remove-record.ts';
import { showToCaller } from '../../records/show/older-shape.ts';
import { findValueOf } from '../as-value.ts';
import { listRecords } from '../query/list-records.ts';
import { wrapList } from '../wrap.ts';
import { type Behaviour, bodyOf, type Call, parentValues, placeOfCall, resourceOf } from './call.ts';
import { changeFields } from './change-fields.ts';
import { stateless } from './stateless.ts';

/** How many records one request may write or remove. */
export const most = 1000;

/** Writes several records at once: all of them, or none. */
export const writeMany: Behaviour = async (call) => {
  const place = await placeOfCall(call);
  const { idKey } = resourceOf(call);
  const isOfValues = idKey === valueKey && isValue(call.api.document, resourceOf(call).schema);
  const sent = isOfValues ? sentList(call).map((value) => ({ [valueKey]: value })) : sentList(call).filter(isRecord);
  return inTransaction(call.db, async (db) => {
    const inside = { ...call, db };
    const written: StoredRecord[] = [];
    for (const body of sent) {
      const record = await writeOne({ ...inside, body }, place);
      if (record) written.push(record);
    }
    if (call.plan.many?.does === 'replace') await removeOthers(inside, place, written);
    // A list of values is shown as a whole, unless the answer is like what was sent.
    const isWhole = isOfValues && call.plan.list?.key !== call.plan.many?.key;
    const shown = isWhole ? (await listRecords(db, place, { limit: most, offset: 0 })).records : written;
    return answerMany(call, shown);
  });
};

/** Removes the records that a request names, or all of a list. */
export const removeMany: Behaviour = async (call) => {
  const place = await placeOfCall(call);
  return inTransaction(call.db, async (db) => {
    const inside = { ...call, db };
    if (!call.plan.many) await removeOthers(inside, place, []);
    else for (const id of sentIds(call)) await removeOne(inside, place, await findRecord(db, place, id));
    return answerMany(call, []);
  });
};

/** A record whose id is known is changed, any other created. */
async function writeOne(call: Call, place: Place): Promise<StoredRecord | undefined> {
  const fields = bodyOf(call);
  const { idKey } = resourceOf(call);
  const id = idKey === undefined || fields[idKey] == null ? undefined : String(fields[idKey]);
  if (id !== undefined && (await findRecord(call.db, place, id)))
    return changeRecord(
      call,
      place,
      (inside) => findRecord(inside.db, place, id),
      (before) => changeFields(call, before),
    );
  if (call.plan.many?.does === 'change') return undefined;
  const made = { fields, parents: parentValues(call) };
  const own = id === undefined ? undefined : await createRecord(call, place, { ...made, id });
  return own ?? createRecord(call, place, made);
}

async function removeOthers(call: Call, place: Place, kept: StoredRecord[]): Promise<void> {
  const ids = new Set(kept.map(({ id }) => id));
  let offset = 0;
  for (;;) {
    const { records } = await listRecords(call.db, place, { limit: most, offset });
    if (records.length === 0) return;
    const others = records.filter(({ id }) => !ids.has(id));
    for (const record of others) await removeOne(call, place, record);
    offset += records.length - others.length;
  }
}

async function removeOne(call: Call, place: Place, record: StoredRecord | undefined): Promise<void> {
  const { parents, operation, resource } = call.plan;
  if (record) await removeRecord(call, { place, parents }, resource?.itemPath ?? `${operation.path}/{id}`, record);
}

function answerMany(call: Call, records: StoredRecord[]): Answer | Promise<Answer> {
  const { plan, url } = call;
  const { status, mediaType } = plan.success;
  if (!plan.list || !mediaType || status === 204) return stateless(call);
  const { item } = plan.list;
  const items = records.map(
    (record) => findValueOf(call.api.document, item, resourceOf(call), record) ?? showToCaller(call, item, record.body),
  );
  const count = items.length;
  const page = { limit: count, offset: 0, count, total: count, hasMore: false };
  return { status, mediaType, body: wrapList(call.api, plan, items, { url, page, queries: {} }) };
}

/** The list in a request, which may not be too long. */
function sentList({ plan, body, parameters }: Call): unknown[] {
  const { key, in: place } = plan.many ?? {};
  const around = place === 'query' ? parameters.query : body;
  const list = key === undefined || Array.isArray(around) ? around : (around as RecordBody | undefined)?.[key];
  const all = Array.isArray(list) ? list : list === undefined || list === null ? [] : [list];
  if (all.length > most) throw invalidFields([bodyIssue(key ?? '', 'maxItems', { limit: most })]);
  return all;
}

function sentIds(call: Call): string[] {
  const { idKey = 'id' } = resourceOf(call);
  return sentList(call).flatMap((each) => {
    const id = isRecord(each) ? (each[idKey] ?? each.id) : each;
    if (id === undefined || id === null) return [];
    // A text may be several ids.
    return [String(id), ...String(id).split(',')];
  });
}

function isRecord(value: unknown): value is RecordBody {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
