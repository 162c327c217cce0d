import { queryIssue } from '../../answers/issue.ts';
import { invalidFields } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import { integerOf, type Mark, type PageFacts, type Pager } from './pager.ts';

export interface CursorOptions {
  cursor?: string;
  /** The parameter that asks for the page before a record. */
  before?: string;
  limit?: string;
  size?: number;
  max?: number;
  /** The cursor of the first page: `*`. */
  start?: string;
  /** Whether ids of records are cursors too: accepted, or also given (`starting_after`). */
  ids?: 'accepted' | 'given';
}

/** Pages by a cursor that stays valid during concurrent writes: `?cursor=…&limit=20`. A cursor that is not of the list is refused. */
export function cursorPager(options: CursorOptions = {}): Pager {
  const { cursor = 'cursor', before, limit, size = 20, max = 1000, start, ids } = options;
  const parameters = [cursor, before, limit].filter((name) => name !== undefined);
  const sizeOf = (facts: PageFacts): Record<string, string> => (limit ? { [limit]: String(facts.limit) } : {});
  return {
    name: say('conventions.cursor', { names: parameters.join(', ') }),
    parameters,
    marks: [cursor],
    read: (values) => {
      const after = readMark(values[cursor], cursor);
      const earlier = before === undefined ? {} : readMark(values[before], before);
      const sought = { ...(after.id && { after: after.id }), ...(earlier.id && { before: earlier.id }) };
      return {
        limit: limit ? integerOf(values[limit], { byDefault: size, min: 1, max }) : size,
        offset: 0,
        after: after.mark,
        ...(earlier.mark && { before: earlier.mark }),
        ...(Object.keys(sought).length > 0 && { ids: sought }),
      };
    },
    queries: (facts) => {
      const { last, first, before: asked, hasMore } = facts;
      const isBackward = asked !== undefined;
      const next = (hasMore || isBackward) && last && { [cursor]: write(last), ...sizeOf(facts) };
      const isMoreBefore = isBackward ? hasMore : facts.after !== undefined;
      const prev = before && first && isMoreBefore && { [before]: write(first), ...sizeOf(facts) };
      return {
        first: { ...(start !== undefined && { [cursor]: start }), ...sizeOf(facts) },
        ...(prev && { prev }),
        ...(next && { next }),
      };
    },
  };

  function readMark(value: unknown, name: string): { mark?: Mark; id?: string } {
    if (value === undefined || value === '' || value === start) return {};
    const mark = decodeCursor(value);
    if (!mark && !ids) throw invalidCursor(name);
    return mark ? { mark } : { id: String(value) };
  }

  /** An id says nothing about a position in another order than that of creation. */
  function write({ id, ...mark }: Mark): string {
    return ids === 'given' && id !== undefined && mark.keys.length === 0 ? id : encodeCursor(mark);
  }
}

export function encodeCursor({ order, seq, keys }: Mark): string {
  return Buffer.from(JSON.stringify([order, seq, ...keys])).toString('base64url');
}

/** Refuses a cursor that is invalid or belongs to another order. */
export function invalidCursor(name: string): Error {
  return invalidFields([queryIssue(name, 'mark', {}, 'is not a cursor of this list')]);
}

/** Decodes a cursor; undefined if invalid. */
export function decodeCursor(value: unknown): Mark | undefined {
  try {
    const [order, seq, ...keys] = JSON.parse(Buffer.from(String(value ?? ''), 'base64url').toString()) as [
      string,
      number,
      ...(string | number | null)[],
    ];
    if (typeof order !== 'string' || !Number.isSafeInteger(seq) || seq < 0) return undefined;
    if (!keys.every((key) => key === null || typeof key === 'string' || typeof key === 'number')) return undefined;
    // An absent number sorts as -Infinity, which JSON encodes as null.
    return { order, seq, keys: keys.map((key) => key ?? Number.NEGATIVE_INFINITY) };
  } catch {
    return undefined;
  }
}
