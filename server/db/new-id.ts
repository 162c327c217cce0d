import { randomUUIDv7 } from 'node:crypto';

/** Makes an id: a prefix and a UUID version 7 (RFC 9562). Ids grow with time, so that new rows are adjacent in every index. */
export function newId(prefix: string): string {
  return `${prefix}_${randomUUIDv7().replaceAll('-', '')}`;
}
