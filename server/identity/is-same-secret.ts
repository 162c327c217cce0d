import { hash, timingSafeEqual } from 'node:crypto';

/**
 * Whether two texts are equal, in a time that does not reveal how much of them matches. All code that compares secrets must
 * call this; the test beside this file enforces it.
 */
export function isSameSecret(one: string, other: string): boolean {
  // Hashed to equal length first: the comparison time must not reveal the length either.
  return timingSafeEqual(hash('sha256', one, 'buffer'), hash('sha256', other, 'buffer'));
}
