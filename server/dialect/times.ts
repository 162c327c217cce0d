import { say } from '../answers/say.ts';
import { alike, type OwnTexts } from '../answers/texts.ts';

/** How an API writes times. Default: `2026-11-20T12:00:00.000Z`. */
export interface TimeFormat {
  /** A name for people. */
  name: OwnTexts;
  write(at: Date): string;
}

/** UTC with milliseconds. */
export const universalTime: TimeFormat = {
  name: alike('UTC'),
  write: (at) => at.toISOString(),
};

/** Milliseconds and a fixed zone: `2019-01-22T13:37:00.000-03:00`. Times in one zone sort as text. */
export function zonedTime(offset: string): TimeFormat {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(offset) ?? [];
  if (!sign) throw new Error(`"${offset}" is not a time zone; write it as -03:00.`);
  const shift = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000);
  return {
    name: say('conventions.zoned-time', { offset }),
    write: (at) => new Date(at.getTime() + shift).toISOString().replace('Z', offset),
  };
}

/** UTC in whole seconds, with a space: `2022-08-03 15:30:00`. */
export const plainTime: TimeFormat = {
  name: say('conventions.plain-time'),
  write: (at) => at.toISOString().slice(0, 19).replace('T', ' '),
};
