import { localValue } from '../../format/format-time.ts';

const day = 86_400_000;

/** When a key expires: never, after a number of days, or at a chosen time. */
export type Expiry = { kind: 'never' } | { kind: 'days'; days: number } | { kind: 'moment'; local: string };

/** Preset spans, in days. */
export const spans = [30, 90, 365];

/** The expiry in ISO 8601, null for never; undefined for an incomplete time. */
export function momentOf(expiry: Expiry, now: number): string | null | undefined {
  if (expiry.kind === 'never') return null;
  const time = expiry.kind === 'days' ? now + expiry.days * day : Date.parse(expiry.local);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** The expiry of an existing key as the form shows it, in the reader's time zone. */
export function expiryOf(moment: string | null): Expiry {
  return moment === null ? { kind: 'never' } : { kind: 'moment', local: localValue(moment) };
}
