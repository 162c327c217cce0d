import type { OperationPlan } from '../../plan/plan-types.ts';
import { placeOfList } from '../../plan/record-place.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import { wrapList } from '../../sandbox/wrap.ts';
import type { PageDescription, Told } from '../runtime/description.ts';
import { findPlaces } from './find-places.ts';
import { findTurnings } from './find-turnings.ts';
import { readNamedHeaders } from './named-headers.ts';
import { probe, probeFacts, probeQueries } from './probe-page.ts';

/**
 * How a list tells its pages; undefined for operations that do not list. It is learnt from the sandbox: the list's conventions
 * write a page whose numbers are known, and where each number stands is where the client will read it.
 */
export function describePage(api: ServedApi, plan: OperationPlan): PageDescription | undefined {
  const { list, pager, linksPages } = plan;
  if (plan.role !== 'list' || !list || plan.operation.method !== 'get' || plan.success.sentAs !== undefined)
    return undefined;
  const items = placeOfList(list);
  if (!pager) return { items };
  const inHeaders = findPlaces(pager.headers?.(probeFacts()) ?? {});
  const { responses } = plan.operation;
  const declared = Object.keys((responses[String(plan.success.status)] ?? responses.default)?.headers ?? {});
  const headers: Partial<Record<Told, string>> = { ...readNamedHeaders(declared), ...lastNames(inHeaders.places) };
  const inBody = findPlaces(bodyOf(api, plan));
  const firstTold = inHeaders.firstTold ?? inBody.firstTold;
  const turn = findTurnings(pager);
  const description: PageDescription = {
    items,
    turn,
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(Object.keys(inBody.places).length > 0 && { body: inBody.places }),
    ...(firstTold === 0 && { firstTold }),
    ...(linksPages && { link: true }),
  };
  return { ...description, ...lastIdOf(description, plan) };
}

function lastNames(places: Partial<Record<Told, string[]>>): Partial<Record<Told, string>> {
  return Object.fromEntries(Object.entries(places).map(([what, path]) => [what, path.at(-1)]));
}

/** The wrapper around the records of the probe's page. */
function bodyOf(api: ServedApi, plan: OperationPlan): unknown {
  const { list, pager } = plan;
  if (!list?.key || !pager) return undefined;
  const facts = { url: probe.url, page: probeFacts(), queries: probeQueries(pager), marks: pager.marks };
  return wrapList(api, plan, [], facts);
}

/** `starting_after` and its like take the id of the last record. */
function lastIdOf({ turn, headers, body, link }: PageDescription, { resource }: OperationPlan) {
  const isTold = headers?.cursor || body?.cursor || body?.nextUrl || link;
  const takesId = turn?.some(({ cursor }) => cursor !== undefined && /after|last|since/i.test(cursor));
  return !isTold && takesId && resource?.idKey ? { lastId: resource.idKey } : {};
}
