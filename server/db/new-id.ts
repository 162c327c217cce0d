import { randomUUIDv7 } from 'node:crypto';

/** Makes an id: a prefix and a UUID of version 7 (RFC 9562). Ids grow with time, so that what is new stands together in every index. */
export function newId(prefix: string): string {
  return `${prefix}_${randomUUIDv7().replaceAll('-', '')}`;
}
