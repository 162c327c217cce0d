import type { Texts } from '../answers/texts.ts';
/** How an API writes a moment: `2026-11-20T12:00:00.000Z` unless its profile says otherwise. */
export interface TimeFormat {
  /** How people call it. */
  name: Texts;
  write(at: Date): string;
}

/** Universal time with milliseconds. */
export const universalTime: TimeFormat = {
  name: { en: 'universal time', pt: 'hora universal' },
  write: (at) => at.toISOString(),
};

/** Milliseconds and one zone for all: `2019-01-22T13:37:00.000-03:00`. What is in one zone compares as text. */
export function zonedTime(offset: string): TimeFormat {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(offset) ?? [];
  if (!sign) throw new Error(`"${offset}" is no zone; write it as -03:00.`);
  const shift = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000);
  return {
    name: {
      en: `milliseconds and zone (${offset})`,
      pt: `milissegundos e fuso (${offset})`,
    },
    write: (at) => new Date(at.getTime() + shift).toISOString().replace('Z', offset),
  };
}

/** Whole seconds of universal time, with a space: `2022-08-03 15:30:00`. */
export const plainTime: TimeFormat = {
  name: { en: 'universal time with a space', pt: 'hora universal com um espaço' },
  write: (at) => at.toISOString().slice(0, 19).replace('T', ' '),
};
