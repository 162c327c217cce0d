import type { Comparison } from '../../dialect/filters/condition.ts';
import type { Field, RecordFields } from '../../dialect/filters/record-fields.ts';
import type { OperationPlan } from '../../plan/plan-types.ts';

/** The ends of the periods that a request asks for; what is no time asks for nothing. */
export function readWindows(
  windows: OperationPlan['windows'] = {},
  sent: Record<string, unknown>,
  fields: RecordFields,
): Comparison[] {
  return Object.entries(windows).flatMap(([parameter, { property, operator }]) => {
    const field = fields.find(property);
    const given = sent[parameter];
    const value = field && given != null && given !== '' ? timeAs(field, String(given), operator) : undefined;
    return field && value !== undefined ? [{ field, operator, value }] : [];
  });
}

/** A time as a field has it: in seconds, as a day, or as a moment; a day ends with its last moment. */
function timeAs({ kind, format }: Field, text: string, operator: 'gte' | 'lte'): string | number | undefined {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text);
  const isCount = /^\d{9,13}$/.test(text);
  const milliseconds = isCount ? Number(text) * (text.length > 11 ? 1 : 1000) : Date.parse(text);
  if (!Number.isFinite(milliseconds) || (!isCount && !/^\d{4}-\d\d/.test(text))) return undefined;
  const end = isDay && operator === 'lte' ? milliseconds + 86_399_999 : milliseconds;
  if (kind === 'number') return Math.floor(end / 1000);
  const moment = new Date(end).toISOString();
  return format === 'date' ? moment.slice(0, 10) : moment;
}
