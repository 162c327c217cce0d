import { numberFormat } from './formatters.ts';

const UNITS = ['B', 'kB', 'MB', 'GB'];

/** Formats a size in bytes: `512 B`, `1,2 kB`. */
export function formatSize(bytes: number, locale: string): string {
  let amount = bytes;
  let unit = 0;
  while (amount >= 1000 && unit < UNITS.length - 1) {
    amount /= 1000;
    unit++;
  }
  const digits = unit > 0 && amount < 10 ? 1 : 0;
  return `${numberFormat(locale, { maximumFractionDigits: digits }).format(amount)} ${UNITS[unit]}`;
}

/** Formats a duration in milliseconds: `34 ms`, `1,2 s`. */
export function formatDuration(milliseconds: number, locale: string): string {
  const seconds = milliseconds >= 1000;
  const digits = seconds || milliseconds < 10 ? 1 : 0;
  const amount = seconds ? milliseconds / 1000 : milliseconds;
  return `${numberFormat(locale, { maximumFractionDigits: digits }).format(amount)} ${seconds ? 's' : 'ms'}`;
}
