import { linkHeader } from '../../dialect/pagination/link-header.ts';
import type { PageFacts, PageRequest } from '../../dialect/pagination/pager.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import { parentsOfStore } from '../../plan/parents-of-store.ts';
import type { Place } from '../../records/find-record.ts';
import { showToCaller } from '../../records/show/older-shape.ts';
import { fillByMeaning, type WrapperFacts } from '../fill-by-meaning.ts';
import { listRecords } from '../query/list-records.ts';
import { readQuestion } from '../query/read-question.ts';
import { type Behaviour, type Call, placeOfCall, resourceOf } from './call.ts';
import { pageHeaders } from './page-headers.ts';

const unpaged: PageRequest = { limit: 1000, offset: 0 };

/** Lists records: the requested page, in the schema's wrapper, with the paging information of the convention. */
export const list: Behaviour = async (call) => {
  const { plan, url } = call;
  const began = performance.now();
  const place = await placeOfList(call);
  const { request = unpaged, condition, order, orderName } = readQuestion(call);
  const { records, total, hasMore, last } = await listRecords(call.db, place, { ...request, condition, order });
  const page: PageFacts = {
    ...request,
    count: records.length,
    total,
    last: last && { ...last, order: orderName },
    hasMore,
  };
  const queries = plan.pager?.queries(page) ?? {};
  const link = plan.linksPages ? linkHeader(url, queries) : undefined;
  const items = records.map(({ body }) => showToCaller(call, plan.list?.item, body));
  const facts = { url, page, queries, took: Math.round(performance.now() - began) };
  const headers = { ...pageHeaders(call, facts), ...plan.pager?.headers?.(page), ...(link !== undefined && { link }) };
  return { status: plan.success.status, headers, mediaType: plan.success.mediaType, body: wrap(call, items, facts) };
};

/** A store that is nowhere below another has one parent, so its index can be used. */
async function placeOfList(call: Call): Promise<Place> {
  const place = await placeOfCall(call);
  const isBelow = place.parent !== undefined || parentsOfStore(call.api.plan, resourceOf(call)).length > 0;
  return isBelow ? place : { ...place, parent: '' };
}

function wrap({ api, plan }: Call, items: unknown[], facts: WrapperFacts): unknown {
  const { list } = plan;
  if (!list?.key) return items;
  if (list.within) return api.profile.pageBody?.write({ ...facts, name: list.key, items });
  const filled = fillByMeaning(api.document, list.schema, facts, list.key);
  // The list is placed where the schema has it, among the wrapper's other properties.
  const names = Object.keys(shapeOf(api.document, list.schema).properties);
  return Object.fromEntries(
    names.flatMap((name) => (name === list.key ? [[name, items]] : name in filled ? [[name, filled[name]]] : [])),
  );
}
