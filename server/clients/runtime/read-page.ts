import type { AnyRequest, PageDescription, Place, Told, Turning } from './description.ts';
import { readNext } from './read-next.ts';
import type { Page } from './result-types.ts';

/** What is known of a page, from the response and from the request. */
export interface PageFacts {
  items: unknown[] | undefined;
  current?: number;
  perPage?: number;
  pages?: number;
  total?: number;
  offset?: number;
  turning: Turning;
  /** A number that the response tells, in the header or in the body. */
  number: (what: Told) => number | undefined;
  /** What the body tells; `undefined` where it has no such property. */
  told: (what: Told) => unknown;
}

/** Reads where a page is in its list, whichever way the API tells it. */
export function readPage(
  description: PageDescription,
  request: AnyRequest,
  sent: URL,
  response: Response,
  body: unknown,
): Page {
  const facts = factsOf(description, request, response, body);
  const next = readNext(description, facts, sent, response);
  const { items = [], current, pages, perPage, total } = facts;
  return {
    items,
    ...(current !== undefined && { current }),
    ...(pages !== undefined && { pages }),
    ...(perPage !== undefined && { perPage }),
    ...(total !== undefined && { total }),
    ...(next && { next: { ...request, query: { ...request.query, ...next } } }),
  };
}

function factsOf(description: PageDescription, request: AnyRequest, response: Response, body: unknown): PageFacts {
  const { headers = {}, body: places = {}, firstTold = 1 } = description;
  const told = (what: Told) => {
    const header = headers[what] && response.headers.get(headers[what]);
    return header || (places[what] && valueAt(body, places[what]));
  };
  const number = (what: Told) => numberOf(told(what));
  const items = valueAt(body, description.items);
  const turning = chooseTurning(description.turn, request);
  const asked = (name: string | undefined) => (name === undefined ? undefined : numberOf(request.query?.[name]));

  const perPage = number('perPage') ?? asked(turning.size) ?? turning.byDefault;
  const offset = turning.offset === undefined ? undefined : (asked(turning.offset) ?? 0);
  const total = number('total');
  const toldNumber = number('current');
  const current =
    (toldNumber === undefined ? undefined : toldNumber - firstTold + 1) ??
    currentByRequest(turning, asked(turning.number), offset, perPage);
  const pages = number('pages') ?? (total !== undefined && perPage ? Math.ceil(total / perPage) : undefined);
  return {
    items: Array.isArray(items) ? items : undefined,
    current,
    perPage,
    pages,
    total,
    offset,
    turning,
    number,
    told,
  };
}

function currentByRequest(turning: Turning, asked: number | undefined, offset?: number, perPage?: number) {
  const { number, first = 1 } = turning;
  if (number !== undefined) return (asked ?? first) - first + 1;
  return offset !== undefined && perPage ? Math.floor(offset / perPage) + 1 : undefined;
}

/** The way in which the request asks for a page. */
function chooseTurning(turn: Turning[] = [], { query = {} }: AnyRequest): Turning {
  const own = (way: Turning | undefined) =>
    [way?.number, way?.offset, way?.cursor, way?.size].filter((name) => name !== undefined);
  const [first, ...others] = turn;
  const isUsed = (way: Turning) => own(way).some((name) => query[name] !== undefined && !own(first).includes(name));
  return others.find(isUsed) ?? first ?? {};
}

/** The value at a place in a body. */
export function valueAt(body: unknown, place: Place): unknown {
  let value = body;
  for (const name of place) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : undefined;
}
