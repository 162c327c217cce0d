import { say } from '../answers/say.ts';
import type { OwnTexts } from '../answers/texts.ts';

/**
 * A convention for incremental sync by last change. Each change gets a unique time, later than all earlier ones, so that a caller who
 * continues after the last one seen misses and repeats nothing.
 */
export interface LastChange {
  /** A name for people. */
  name: OwnTexts;
  /** The property with the time of change, in every store whose schema has it. */
  property: string;
  /** The query parameter that filters by changes after a time. */
  parameter: string;
  /** Where removals are listed, so that they can be synced, too. */
  removals?: Removals;
}

export interface Removals {
  /** The store of the list of removals. */
  store: string;
  /** The properties of a removal, besides id and time. */
  describe(store: string, id: string): Record<string, unknown>;
}

type LastChangeOptions = Omit<LastChange, 'name'>;

/** Times in UTC, such as `2022-08-03 15:30:00.000000`; lists are sorted by them. */
export function lastChange(options: LastChangeOptions): LastChange {
  const name = say('conventions.last-change', { property: options.property, parameter: options.parameter });
  return { name, ...options };
}

const form = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,](\d{1,9}))?(?:(Z)|([+ -])(\d\d):?(\d\d))?)?$/i;

/** Parses a date and time, with or without a zone, to microseconds since 1970; undefined if invalid. */
export function readMoment(text: string): number | undefined {
  const [, day, time = '00:00', fraction = '', , sign, hours = '0', minutes = '0'] = form.exec(text.trim()) ?? [];
  const milliseconds = Date.parse(`${day}T${time}Z`);
  // Date.parse reads February 30 as March 2.
  if (Number.isNaN(milliseconds) || !new Date(milliseconds).toISOString().startsWith(String(day))) return undefined;
  // An unencoded plus arrives as a space.
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? 1 : -1);
  return (milliseconds + offset) * 1000 + Number(fraction.padEnd(6, '0').slice(0, 6));
}

/** Formats microseconds since 1970 as `2022-08-03 15:30:00.000000`. */
export function writeMoment(microseconds: number): string {
  const written = new Date(Math.floor(microseconds / 1000)).toISOString().replace('T', ' ').replace('Z', '');
  return written + String(microseconds % 1000).padStart(3, '0');
}
