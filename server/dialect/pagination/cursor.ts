import { type Pager, wholeNumber } from './pager.ts';

export interface CursorOptions {
  cursor?: string;
  limit?: string;
  size?: number;
  max?: number;
}

/** Pages by a mark that stays true while others write: `?cursor=…&limit=20`. */
export function cursorPager({ cursor = 'cursor', limit, size = 20, max = 1000 }: CursorOptions = {}): Pager {
  return {
    name: `cursor (${[cursor, limit].filter(Boolean).join(', ')})`,
    parameters: limit ? [cursor, limit] : [cursor],
    read: (values) => ({
      limit: limit ? wholeNumber(values[limit], { byDefault: size, min: 1, max }) : size,
      offset: 0,
      after: decodeCursor(values[cursor]),
    }),
    queries: (facts) => {
      const size = limit ? { [limit]: String(facts.limit) } : {};
      const next =
        facts.hasMore && facts.last !== undefined ? { [cursor]: encodeCursor(facts.last), ...size } : undefined;
      return { first: size, ...(next && { next }) };
    },
  };
}

export function encodeCursor(row: number): string {
  return Buffer.from(`after:${row}`).toString('base64url');
}

/** An unknown cursor begins at the start, as an absent one does. */
function decodeCursor(value: unknown): number | undefined {
  const match = /^after:(\d+)$/.exec(Buffer.from(String(value ?? ''), 'base64url').toString());
  return match ? Number(match[1]) : undefined;
}
