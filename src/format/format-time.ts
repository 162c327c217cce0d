import { timeFormat } from './formatters.ts';
/** Formats a time for a log row: day, month and time to the second; the year only if it is not the current one. */
export function formatTime(time: string, locale: string): string {
  const date = new Date(time);
  const year = date.getFullYear() === new Date().getFullYear() ? undefined : 'numeric';
  return timeFormat(locale, {
    year,
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(date);
}

/** Converts a time to the value of a `datetime-local` input in the reader's time zone; empty for undefined. */
export function localValue(time: string | number | undefined): string {
  if (time === undefined) return '';
  const date = new Date(time);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** Converts the value of a `datetime-local` input to ISO 8601; undefined if it is empty or invalid. */
export function momentOf(value: string): string | undefined {
  return value ? new Date(value).toISOString() : undefined;
}
