import type { PageDescription, Turning } from './description.ts';
import type { PageFacts } from './read-page.ts';

type Query = Record<string, unknown>;

/** The query parameters of the next page; undefined on the last. */
export function readNext(
  { link, body, headers, lastId }: PageDescription,
  facts: PageFacts,
  sent: URL,
  response: Response,
): Query | undefined {
  const { told, number, turning } = facts;
  const links = link ? response.headers.get('link') : null;
  if (links) return queryOf(nextLink(links), sent, turning);
  if (body?.nextUrl) return queryOf(told('nextUrl'), sent, turning);
  if (body?.cursor || headers?.cursor) return byCursor(turning, told('cursor'), told('more'));
  if (lastId !== undefined) return byLastRecord(lastId, facts);
  if (turning.cursor !== undefined) return undefined;
  const nextNumber = number('nextNumber');
  if (nextNumber !== undefined && turning.number !== undefined) return { [turning.number]: nextNumber };
  if (body?.nextNumber || (headers?.nextNumber && response.headers.has(headers.nextNumber))) return undefined;
  return hasMore(facts) ? byPosition(facts) : undefined;
}

/** The target of `rel="next"` in a header `Link` (RFC 8288). */
function nextLink(header: string): string | undefined {
  const links = header.matchAll(/<([^>]*)>((?:\s*;\s*[\w!#$&+^`|~.-]+\*?\s*=\s*(?:"[^"]*"|[^\s",;]+))*)/g);
  for (const [, target, parameters = ''] of links)
    if (/;\s*rel\s*=\s*(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next(?=[\s;]|$))/i.test(parameters)) return target;
  return undefined;
}

/**
 * The parameters in which the next page's URL differs from the one that was sent. The URL itself is not called: it may lead to
 * another host, to which no credentials must be sent.
 */
function queryOf(url: unknown, sent: URL, turning: Turning): Query | undefined {
  if (typeof url !== 'string' || url === '' || !URL.canParse(url, sent)) return undefined;
  const numbers = [turning.number, turning.offset, turning.size];
  const query: Query = {};
  for (const [name, value] of new URL(url, sent).searchParams) {
    if (sent.searchParams.getAll(name).includes(value)) continue;
    query[name] = numbers.includes(name) && /^\d+$/.test(value) ? Number(value) : value;
  }
  return Object.keys(query).length > 0 ? query : undefined;
}

function byCursor({ cursor }: Turning, value: unknown, more: unknown): Query | undefined {
  const isCursor = (typeof value === 'string' && value !== '') || typeof value === 'number';
  return cursor !== undefined && isCursor && more !== false ? { [cursor]: value } : undefined;
}

/** The id of the last record is the cursor of the next page. */
function byLastRecord(id: string, facts: PageFacts): Query | undefined {
  const { cursor } = facts.turning;
  const last = facts.items?.at(-1) as Record<string, unknown> | undefined;
  return cursor !== undefined && last?.[id] !== undefined && hasMore(facts) ? { [cursor]: last[id] } : undefined;
}

/** What the API says; else what follows from totals; else whether the page is full. */
function hasMore({ told, current, pages, total, offset, items, perPage }: PageFacts): boolean {
  const more = told('more');
  if (typeof more === 'boolean') return more;
  if (total !== undefined && offset !== undefined) return offset + (items?.length ?? perPage ?? 0) < total;
  if (pages !== undefined && current !== undefined) return current < pages;
  return items !== undefined && items.length > 0 && items.length >= (perPage ?? 1);
}

function byPosition({ turning, current, offset, perPage, items }: PageFacts): Query | undefined {
  const { number, first = 1, offset: parameter } = turning;
  if (number !== undefined && current !== undefined) return { [number]: current + first };
  const step = perPage ?? items?.length ?? 0;
  return parameter !== undefined && offset !== undefined && step > 0 ? { [parameter]: offset + step } : undefined;
}
