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
      parts.push(new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count));
  }
  return parts.join(' ');
}

/** Formats a span in seconds with its largest unit, as short as it gets: `23h`, `7d`; below a minute as one minute. */
export function formatShortSpan(seconds: number, locale: string): string {
  const [unit, size] = units.find(([name, each]) => seconds >= each && name !== 'second') ?? (['minute', 60] as const);
  const count = Math.max(1, Math.floor(seconds / size));
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'narrow' }).format(count);
}
