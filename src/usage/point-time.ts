import { timeFormat } from '../format/formatters.ts';
import type { Period } from './usage-query.ts';

/** The time at which a point of a period begins, as short as it is clear: `14:05`, `20 de nov., 14:00`. */
export function pointTime(at: string, period: Period, locale: string): string {
  return timeFormat(locale, {
    ...(period !== '1h' && { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at));
}
