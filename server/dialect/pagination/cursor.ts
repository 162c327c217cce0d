import { invalidFields } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import { integerOf, type Mark, type Pager } from './pager.ts';

export interface CursorOptions {
  cursor?: string;
  limit?: string;
  size?: number;
  max?: number;
  /** The cursor of the first page: `*`. If set, an unknown cursor is refused instead of starting at the beginning. */
  start?: string;
}

/** Pages by a cursor that stays valid during concurrent writes: `?cursor=…&limit=20`. */
export function cursorPager({ cursor = 'cursor', limit, size = 20, max = 1000, start }: CursorOptions = {}): Pager {
  const names = [cursor, limit].filter(Boolean).join(', ');
  return {
    name: say('conventions.cursor', { names }),
    parameters: limit ? [cursor, limit] : [cursor],
    read: (values) => {
      const after = decodeCursor(values[cursor]);
      if (start !== undefined && !after && ![undefined, '', start].includes(values[cursor] as string))
        throw invalidCursor(cursor);
      return { limit: limit ? integerOf(values[limit], { byDefault: size, min: 1, max }) : size, offset: 0, after };
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

/** Refuses a cursor that is invalid or belongs to another order. */
export function invalidCursor(name: string): Error {
  return invalidFields([
    {
      in: 'query',
      pointer: `/${name}`,
      field: name,
      keyword: 'mark',
      params: {},
      message: 'is not a cursor of this list',
    },
  ]);
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
