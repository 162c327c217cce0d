import { invalidFields } from '../../answers/refusal.ts';
import { type Mark, type Pager, wholeNumber } from './pager.ts';

export interface CursorOptions {
  cursor?: string;
  limit?: string;
  size?: number;
  max?: number;
  /** What the cursor of the first page is called: `*`. An unknown cursor is then refused, and no longer begins at the start. */
  start?: string;
}

/** Pages by a mark that stays true while others write: `?cursor=…&limit=20`. */
export function cursorPager({ cursor = 'cursor', limit, size = 20, max = 1000, start }: CursorOptions = {}): Pager {
  const names = [cursor, limit].filter(Boolean).join(', ');
  return {
    name: {
      en: `cursor (${names})`,
      pt: `cursor (${names})`,
    },
    parameters: limit ? [cursor, limit] : [cursor],
    read: (values) => {
      const after = decodeCursor(values[cursor]);
      if (start !== undefined && !after && ![undefined, '', start].includes(values[cursor] as string))
        throw invalidCursor(cursor);
      return { limit: limit ? wholeNumber(values[limit], { byDefault: size, min: 1, max }) : size, offset: 0, after };
    },
    queries: (facts) => {
      const size = limit ? { [limit]: String(facts.limit) } : {};
      const next =
        facts.hasMore && facts.last !== undefined ? { [cursor]: encodeCursor(facts.last), ...size } : undefined;
      return { first: { ...(start !== undefined && { [cursor]: start }), ...size }, ...(next && { next }) };
    },
  };
}

export function encodeCursor({ order, seq, keys }: Mark): string {
  return Buffer.from(JSON.stringify([order, seq, ...keys])).toString('base64url');
}

/** Refuses a mark that is none of ours, or one of another order. */
export function invalidCursor(name: string): Error {
  return invalidFields([
    { in: 'query', pointer: `/${name}`, field: name, keyword: 'mark', params: {}, message: 'is no mark of this list' },
  ]);
}

/** Reads a mark back; undefined when it is none of ours. */
export function decodeCursor(value: unknown): Mark | undefined {
  try {
    const [order, seq, ...keys] = JSON.parse(Buffer.from(String(value ?? ''), 'base64url').toString()) as [
      string,
      number,
      ...(string | number | null)[],
    ];
    if (typeof order !== 'string' || !Number.isSafeInteger(seq) || seq < 0) return undefined;
    if (!keys.every((key) => key === null || typeof key === 'string' || typeof key === 'number')) return undefined;
    // JSON has no -Infinity, which is what an absent number counts as.
    return { order, seq, keys: keys.map((key) => key ?? Number.NEGATIVE_INFINITY) };
  } catch {
    return undefined;
  }
}
