import type { Texts } from '../answers/texts.ts';
/**
 * A convention of following a list by when its records were last changed. Each change gets a moment of its own, later than
 * those of all changes before it: who goes on after the last one seen loses and repeats nothing.
 */
export interface LastChange {
  /** How people call it. */
  name: Texts;
  /** The property that tells the moment; records of every store whose schema has it get one. */
  property: string;
  /** The query parameter that keeps what changed after a moment. */
  parameter: string;
  /** Where removals are told, so that they can be followed too. */
  removals?: Removals;
}

export interface Removals {
  /** The store of the list that tells them. */
  store: string;
  /** What it tells of a record that was removed, besides id and moment. */
  describe(store: string, id: string): Record<string, unknown>;
}

export type LastChangeOptions = Omit<LastChange, 'name'>;

/** Moments of the form `2022-08-03 15:30:00.000000`, in universal time; lists come in their order. */
export function lastChange(options: LastChangeOptions): LastChange {
  const name = {
    en: `${options.property}, followed by ${options.parameter}`,
    pt: `${options.property}, seguida por ${options.parameter}`,
  };
  return { name, ...options };
}

const form = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,](\d{1,9}))?(?:(Z)|([+ -])(\d\d):?(\d\d))?)?$/i;

/** Microseconds since 1970 of a moment as people write it, in whichever zone they say; undefined where it is none. */
export function readMoment(text: string): number | undefined {
  const [, day, time = '00:00', fraction = '', , sign, hours = '0', minutes = '0'] = form.exec(text.trim()) ?? [];
  const milliseconds = Date.parse(`${day}T${time}Z`);
  // A day that no month has would be read as one of the next month.
  if (Number.isNaN(milliseconds) || !new Date(milliseconds).toISOString().startsWith(String(day))) return undefined;
  // A bare plus arrives as a space.
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? 1 : -1);
  return (milliseconds + offset) * 1000 + Number(fraction.padEnd(6, '0').slice(0, 6));
}

/** Writes microseconds since 1970 as a moment. */
export function writeMoment(microseconds: number): string {
  const written = new Date(Math.floor(microseconds / 1000)).toISOString().replace('T', ' ').replace('Z', '');
  return written + String(microseconds % 1000).padStart(3, '0');
}
