import { linkHeader } from '../../dialect/pagination/link-header.ts';
import type { PageFacts, PageRequest } from '../../dialect/pagination/pager.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import { fillByMeaning } from '../fill-by-meaning.ts';
import { present } from '../present-record.ts';
import { listRecords } from '../record-store.ts';
import { type Behaviour, type Call, placeOfCall } from './call.ts';

const unpaged: PageRequest = { limit: 1000, offset: 0 };

/** Lists records: the page that was asked for, in the wrapper that the schema shows, with what the convention tells of pages. */
export const list: Behaviour = async (call) => {
  const { plan, api, parameters } = call;
  const place = await placeOfCall(call);
  const request = plan.pager?.read(parameters.query) ?? unpaged;
  const { records, total } = await listRecords(call.db, place, { ...request, filters: filtersOf(call) });
  const hasMore =
    request.after === undefined ? request.offset + records.length < total : records.length === request.limit;
  const page: PageFacts = { ...request, count: records.length, total, last: records.at(-1)?.seq, hasMore };
  const queries = plan.pager?.queries(page) ?? {};
  const headers = {
    ...plan.pager?.headers?.(page),
    ...(api.profile.linkHeader && plan.pager && { link: linkHeader(call.url, queries) }),
  };
  const items = records.map(({ body }) => present(api.document, plan.list?.item, body));
  return {
    status: plan.success.status,
    headers,
    mediaType: plan.success.mediaType,
    body: wrap(call, items, page, queries),
  };
};

function wrap(
  { api, plan, url }: Call,
  items: unknown[],
  page: PageFacts,
  queries: ReturnType<NonNullable<typeof plan.pager>['queries']>,
): unknown {
  const { list } = plan;
  if (!list?.key) return items;
  const filled = fillByMeaning(api.document, list.schema, { url, page, queries }, list.key);
  // The list comes where the schema has it, among what is said about it.
  const names = Object.keys(shapeOf(api.document, list.schema).properties);
  return Object.fromEntries(
    names.flatMap((name) => (name === list.key ? [[name, items]] : name in filled ? [[name, filled[name]]] : [])),
  );
}

function filtersOf({ plan, parameters }: Call): Record<string, unknown> {
  const entries = Object.entries(plan.filters).flatMap(([parameter, property]) => {
    const value = parameters.query[parameter];
    return value === undefined || value === '' ? [] : [[property, value] as const];
  });
  return Object.fromEntries(entries);
}
