import { linkHeader } from '../../dialect/pagination/link-header.ts';
import type { PageFacts, PageRequest } from '../../dialect/pagination/pager.ts';
import { hasProfile } from '../../plan/has-profile.ts';
import { parentsOfStore } from '../../plan/parents-of-store.ts';
import type { Place } from '../../records/find-record.ts';
import { showToCaller } from '../../records/show/older-shape.ts';
import { asListed } from '../as-listed.ts';
import { findValueOf } from '../as-value.ts';
import { findMarks } from '../query/find-marks.ts';
import { listOfSeveral, type MixedPage } from '../query/list-of-several.ts';
import { listRecords } from '../query/list-records.ts';
import { readQuestion } from '../query/read-question.ts';
import { withToldPage } from '../told-next-page.ts';
import { wrapList } from '../wrap.ts';
import { type Behaviour, type Call, placeOfCall, resourceOf } from './call.ts';
import { idsNamedAbove } from './named-above.ts';
import { pageHeaders } from './page-headers.ts';

const unpaged: PageRequest = { limit: 1000, offset: 0 };

/** Lists records: the requested page, in the schema's wrapper, with the paging information of the convention. */
export const list: Behaviour = async (call) => {
  const { plan, url } = call;
  const began = performance.now();
  const place = await placeOfList(call);
  const question = readQuestion({ ...call, named: await idsNamedAbove(call) });
  const { condition, order, orderName } = question;
  const request = await findMarks(call, place, question.request ?? unpaged, question);
  const query = { ...request, condition, order, newestFirst: plan.newestFirst };
  const { records, total, hasMore, first, last }: MixedPage = plan.several
    ? await listOfSeveral(call, plan.several, query)
    : await listRecords(call.db, place, query);
  const markOf = (end: typeof last, record = records[0]) => end && { ...end, order: orderName, id: record?.id };
  const page: PageFacts = {
    ...request,
    count: records.length,
    total,
    first: markOf(first),
    last: markOf(last, records.at(-1)),
    // Without a way to them, a client that waits for the last page would never end.
    hasMore: hasMore && plan.pager !== undefined,
  };
  const queries = plan.pager?.queries(page) ?? {};
  const link = plan.linksPages ? linkHeader(url, queries) : undefined;
  const items = records.map(({ id, body, item = plan.list?.item, own = plan.resource?.schema }) => {
    const { document } = call.api;
    const shown = hasProfile(call.api) ? body : asListed(document, { listed: item, own }, body);
    return findValueOf(document, item, resourceOf(call), { id, body }) ?? showToCaller(call, item, shown);
  });
  const facts = { url, page, queries, marks: plan.pager?.marks, took: Math.round(performance.now() - began) };
  return {
    status: plan.success.status,
    headers: { ...pageHeaders(call, facts), ...plan.pager?.headers?.(page), ...(link !== undefined && { link }) },
    mediaType: plan.success.mediaType,
    body: withToldPage(call, wrapList(call.api, plan, items, facts), facts),
  };
};

/** A store that is nowhere below another has one parent, so its index can be used. */
export async function placeOfList(call: Call): Promise<Place> {
  const place = await placeOfCall(call);
  const isBelow = place.parent !== undefined || parentsOfStore(call.api.plan, resourceOf(call)).length > 0;
  return isBelow ? place : { ...place, parent: '' };
}
