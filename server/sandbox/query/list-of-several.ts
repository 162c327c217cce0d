import { recordFields } from '../../dialect/filters/record-fields.ts';
import type { Schema } from '../../openapi/document-types.ts';
import type { ListOfStore } from '../../plan/plan-types.ts';
import type { StoredRecord } from '../../records/find-record.ts';
import type { Call } from '../behaviours/call.ts';
import { equal } from './links-above.ts';
import { type ListQuery, listRecords, type RecordPage } from './list-records.ts';

/** A page of records of several stores, in the order of creation, each with the schema by which it is listed, and its own. */
export interface MixedPage extends Omit<RecordPage, 'records'> {
  records: (StoredRecord & { item?: Schema; own?: Schema })[];
}

/** A page of those records of several stores that name the record above them. */
export async function listOfSeveral(
  { db, api, workspaceId, plan, parameters }: Call,
  several: ListOfStore[],
  { limit, offset, after, before, newestFirst = false }: ListQuery,
): Promise<MixedPage> {
  const above = parameters.path[plan.parents.at(-1)?.parameter ?? ''];
  const parts = several.map(async ({ resource, property, item }) => {
    const field = recordFields(api.document, resource.schema).find(property);
    const condition = field ? equal(field, above) : { or: [] };
    const place = { workspaceId, api: api.slug, store: resource.store };
    const page = await listRecords(db, place, {
      limit: offset + limit,
      offset: 0,
      after,
      before,
      condition,
      newestFirst,
    });
    return { ...page, records: page.records.map((record) => ({ ...record, item, own: resource.schema })) };
  });
  const pages = await Promise.all(parts);
  const sign = newestFirst ? -1 : 1;
  const all = pages.flatMap(({ records }) => records).sort((one, other) => (one.seq - other.seq) * sign);
  const records = before ? all.slice(-limit) : all.slice(offset, offset + limit);
  const [first, last] = [records[0], records.at(-1)];
  return {
    records,
    total: pages.reduce((sum, { total }) => sum + total, 0),
    hasMore: pages.some(({ hasMore }) => hasMore) || all.length > (before ? limit : offset + limit),
    ...(first && last && { first: { seq: first.seq, keys: [] }, last: { seq: last.seq, keys: [] } }),
  };
}
