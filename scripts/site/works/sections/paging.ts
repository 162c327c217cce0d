import type { OperationPlan } from '../../../../server/plan/plan-types.ts';
import { findNext, type NextPage } from '../find-next.ts';
import { type FoundList, findList } from '../list-calls.ts';
import { code, table } from '../markdown.ts';
import { type PageParameter, pageParameters } from '../page-parameters.ts';
import type { Answer } from '../session.ts';
import { isSuccess, type Shown, showCall } from '../show-call.ts';
import { linksTo, plansOf, type Section, say, type Works } from '../works.ts';

type Pager = NonNullable<OperationPlan['pager']>;

/** So many ways of an API to page are described. */
const mostWays = 3;

const pageHeaders = /^(?!.*rate)(?:link|content-range|.*(?:page|pagina|total|count|limite|cursor|offset).*)$/;

/** The ways in which lists are paged, each with its parameters, the first page and the next. */
export async function paging(works: Works): Promise<Section | undefined> {
  const ways = new Map<string, { pager: Pager; plans: OperationPlan[] }>();
  const whole: OperationPlan[] = [];
  for (const plan of plansOf(works.api, 'list')) {
    if (!plan.pager) {
      whole.push(plan);
      continue;
    }
    const name = JSON.stringify(pageParameters(plan.pager));
    const known = ways.get(name);
    if (known) known.plans.push(plan);
    else ways.set(name, { pager: plan.pager, plans: [plan] });
  }
  if (ways.size === 0) return undefined;
  const likely = [...ways.values()].sort((a, b) => b.plans.length - a.plans.length).slice(0, mostWays);
  const parts: string[] = [];
  for (const way of likely) parts.push(...(await describeWay(works, way.pager, way.plans)));
  if (whole.length > 0)
    parts.push(
      say(works, 'notPaged', {
        operations: linksTo(
          works,
          whole.map(({ operation }) => operation),
          4,
        ),
      }),
    );
  return { id: 'pages', title: say(works, 'pages'), parts };
}

async function describeWay(works: Works, pager: Pager, plans: OperationPlan[]): Promise<string[]> {
  const parameters = pageParameters(pager);
  const rows = parameters.map((parameter) => [
    code(parameter.name),
    meaningOf(works, parameter),
    valuesOf(works, parameter),
  ]);
  const operations = plans.map(({ operation }) => operation);
  const parts = [
    say(works, 'pagedLists', { operations: linksTo(works, operations, 4) }),
    table([say(works, 'parameter'), say(works, 'meaning'), say(works, 'values')], rows),
  ];
  const found = await findList(works, plans, { fewest: 2 });
  return found ? [...parts, ...(await showPages(works, found, parameters))] : parts;
}

async function showPages(works: Works, found: FoundList, parameters: PageParameter[]): Promise<string[]> {
  const sizeParameter = parameters.find(({ kind }) => kind === 'size');
  const size = found.items.length > 2 ? 2 : 1;
  const start = parameters.find(({ kind, first }) => kind === 'cursor' && typeof first === 'string' && first !== '');
  const query = { ...(start && { [start.name]: start.first }), ...(sizeParameter && { [sizeParameter.name]: size }) };
  const first = await showCall(works, found.call({ query }), isSuccess, shownOf(found.answer));
  if (!first) return [];
  const next = findNext(first.answer, parameters, size);
  if (!next) return first.parts;
  const sized = sizeParameter ? { [sizeParameter.name]: size } : {};
  const call =
    next.address === undefined
      ? found.call({ query: { ...sized, ...next.query } })
      : { ...found.call(), address: next.address };
  const isAnother = (answer: Answer) => isSuccess(answer) && answer.text !== first.answer.text;
  const second = await showCall(works, call, isAnother, shownOf(found.answer));
  return second ? [...first.parts, describeNext(works, next), ...second.parts] : first.parts;
}

/** A list alone tells of its pages in headers; an object around it has them, too. */
function shownOf({ json, headers }: Answer): Shown {
  const told = Object.keys(headers).some((name) => pageHeaders.test(name));
  return { ...(told && { head: pageHeaders }), body: !told || !Array.isArray(json), items: 1, properties: 4 };
}

function describeNext(works: Works, { place, isHeader, address, query = {} }: NextPage): string {
  if (isHeader) return say(works, 'nextInLink');
  const [[parameter = '', value = ''] = []] = Object.entries(query);
  if (place === undefined) return say(works, 'nextByCount', { parameter: code(parameter), value: code(value) });
  if (address !== undefined) return say(works, 'nextAddress', { place: code(place) });
  return say(works, 'nextCursor', { place: code(place), parameter: code(parameter) });
}

function meaningOf(works: Works, { kind }: PageParameter): string {
  return say(works, ({ size: 'size', page: 'page', offset: 'offset', cursor: 'cursor' } as const)[kind]);
}

function valuesOf(works: Works, { kind, byDefault = 0, max = 0, first }: PageParameter): string {
  if (kind === 'size') return say(works, 'sizes', { byDefault, max });
  if (kind === 'cursor')
    return typeof first === 'string' && first !== ''
      ? say(works, 'startsWith', { first: code(first) })
      : say(works, 'startsWithout');
  return say(works, 'from', { first: String(first) });
}
