import { localValue } from '../../format/format-time.ts';

const day = 86_400_000;

/** Until when a key is to hold: without end, for so many days, or until a moment of one's own. */
export type Expiry = { kind: 'never' } | { kind: 'days'; days: number } | { kind: 'moment'; local: string };

/** What people choose most, in days. */
export const spans = [30, 90, 365];

/** The moment in ISO 8601, null for without end; undefined for a moment that is not written whole. */
export function momentOf(expiry: Expiry, now: number): string | null | undefined {
  if (expiry.kind === 'never') return null;
  const time = expiry.kind === 'days' ? now + expiry.days * day : Date.parse(expiry.local);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** The expiry of a key that there is, as the form shows it, in the reader's zone. */
export function expiryOf(moment: string | null): Expiry {
  return moment === null ? { kind: 'never' } : { kind: 'moment', local: localValue(moment) };
}
