import type { Schema } from './document-types.ts';

/** Whether a text is a time as mail and HTTP write it (RFC 2822, 1123), by its format. */
export function isMailTime({ format }: Pick<Schema, 'format'>): boolean {
  return /\brfc[-_ ]?(?:2822|1123|822|5322|7231)\b|^http-?date$/i.test(format ?? '');
}

/** `Thu, 15 Jan 2026 12:00:00 +0000`. */
export function mailTimeOf(moment: Date): string {
  return moment.toUTCString().replace('GMT', '+0000');
}

/** What begins all such times of a day: `Thu, 15 Jan 2026`. */
export function mailDayOf(moment: Date): string {
  return mailTimeOf(moment).slice(0, 16);
}
