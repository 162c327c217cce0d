/** Writes a moment for a row of a log: day, month and the time to the second; the year where it is not the current one. */
export function formatTime(time: string, locale: string): string {
  const date = new Date(time);
  const year = date.getFullYear() === new Date().getFullYear() ? undefined : 'numeric';
  return date.toLocaleString(locale, {
    year,
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
}

/** The value of a `datetime-local` field for a moment, in the reader's zone; empty for none. */
export function localValue(time: string | number | undefined): string {
  if (time === undefined) return '';
  const date = new Date(time);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The moment that a `datetime-local` field says; undefined for none. */
export function momentOf(value: string): string | undefined {
  return value ? new Date(value).toISOString() : undefined;
}
