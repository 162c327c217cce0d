import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import type { Texts } from '../../answers/texts.ts';
import { readPreferences } from './preferences.ts';

/** What a caller asks to simulate, to test how a program handles it. */
export interface Simulation {
  code?: number;
  /** The name of the example in the document to respond with. */
  example?: string;
  /** Milliseconds by which the response is delayed. */
  wait?: number;
  /** Breaks the connection before or after the request is executed. */
  drop?: 'before' | 'after';
  /** The value of `Preference-Applied`. */
  applied: string;
}

/** The maximum delay of a response, in seconds. */
const longestWait = 30;

/** Reads what a request asks to simulate (`Prefer: code=503, wait=2`); ignores other preferences, refuses (400) invalid values. */
export function readSimulation({ prefer }: IncomingHttpHeaders): Simulation | undefined {
  if (prefer === undefined) return undefined;
  const preferences = readPreferences([prefer].flat().join(', '));
  const [code, wait, example, drop] = ['code', 'wait', 'example', 'drop'].map((name) => preferences.get(name));
  if ([code, wait, example, drop].every((value) => value === undefined)) return undefined;
  if (code !== undefined && !/^[2-5]\d\d$/.test(code)) throw notPossible(`code=${code}`, statusWanted);
  if (wait !== undefined && !(/^\d{1,6}$/.test(wait) && Number(wait) <= longestWait))
    throw notPossible(`wait=${wait}`, secondsWanted);
  if (example === '') throw notPossible('example', nameWanted);
  if (drop !== undefined && drop !== 'before' && drop !== 'after') throw notPossible(`drop=${drop}`, momentWanted);
  const applied = { code, example, wait, drop };
  return {
    ...(code !== undefined && { code: Number(code) }),
    ...(example !== undefined && { example }),
    ...(wait !== undefined && { wait: Number(wait) * 1000 }),
    ...(drop !== undefined && { drop }),
    applied: Object.entries(applied)
      .flatMap(([name, value]) => (value === undefined ? [] : `${name}=${asWord(value)}`))
      .join(', '),
  };
}

/** Refuses (400) a preference that cannot be followed, and explains what is possible. */
export function notPossible(preference: string, reason: Texts): Refusal {
  return new Refusal('invalid_preference', say('simulation.not-possible', { preference, reason }));
}

/** A token or quoted string for a header. */
function asWord(value: string): string {
  if (/^[\w!#$%&'*+.^`|~-]+$/.test(value)) return value;
  return `"${value.replaceAll(/[^\t\x20-\x7e]/g, '?').replaceAll(/["\\]/g, '\\$&')}"`;
}

const statusWanted: Texts = say('simulation.status-wanted');
const secondsWanted: Texts = say('simulation.seconds-wanted', { longestWait });
const nameWanted: Texts = say('simulation.name-wanted');
const momentWanted: Texts = say('simulation.moment-wanted');
