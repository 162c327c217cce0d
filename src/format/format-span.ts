import { numberFormat } from './formatters.ts';

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** Formats a span in seconds with its two largest units, as in `2 dias 3 horas`; empty below one second. */
export function formatSpan(seconds: number, locale: string): string {
  let rest = Math.floor(Math.abs(seconds));
  const parts: string[] = [];
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0 && parts.length < 2)
      parts.push(numberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count));
  }
  return parts.join(' ');
}

/** Formats a span in seconds with one unit, as short as it gets: `23h`, `7d`. It is at least a minute, and below two days in hours. */
export function formatShortSpan(seconds: number, locale: string): string {
  const [unit, size] = seconds >= 172_800 ? units[0] : seconds >= 3_600 ? units[1] : units[2];
  const count = Math.max(1, Math.floor(seconds / size));
  return numberFormat(locale, { style: 'unit', unit, unitDisplay: 'narrow' }).format(count);
}
