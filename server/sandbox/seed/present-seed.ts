import { mailTimeOf } from '../../openapi/mail-time.ts';
import { epoch } from '../../openapi/sample/believable/times.ts';
import type { Seed, SeedRecord } from '../../plan/seed.ts';

const day = 86_400_000;
/** Numbers from here on count milliseconds. */
const firstMilliseconds = 1e11;

/** Seed data as of now: times that were made lie as far back, or ahead, as they were made. By whole days, so that it is the same all day. */
export function presentSeed(seed: Seed, now: Date): Seed {
  const days = Math.floor((now.getTime() - epoch.getTime()) / day);
  return days === 0 ? seed : seed.map((record) => moved(record, days));
}

function moved(record: SeedRecord, days: number): SeedRecord {
  if (!record.moving?.length) return record;
  const body = structuredClone(record.body);
  for (const place of record.moving) {
    const owner = place.slice(0, -1).reduce<unknown>((value, name) => (value as Record<string, unknown>)?.[name], body);
    const name = place.at(-1) as string;
    if (typeof owner === 'object' && owner !== null)
      (owner as Record<string, unknown>)[name] = later((owner as Record<string, unknown>)[name], days);
  }
  return { ...record, body };
}

/** The same time so many days later, written in the same way. */
function later(time: unknown, days: number): unknown {
  if (typeof time === 'number') return time + (days * day) / (time < firstMilliseconds ? 1000 : 1);
  if (typeof time !== 'string') return time;
  if (/^\d{10}$/.test(time)) return String(Number(time) + (days * day) / 1000);
  if (/^[A-Z][a-z]{2}, \d\d /.test(time)) {
    const moved = new Date(Date.parse(time) + days * day);
    return time.endsWith('GMT') ? moved.toUTCString() : mailTimeOf(moved);
  }
  const [, year, month, dayOfMonth] = /^(\d{4})-?(\d\d)-?(\d\d)/.exec(time) ?? [];
  if (year)
    return time.replace(/^\d{4}(-?)\d\d-?\d\d/, (_, dash) =>
      dayAfter(`${year}-${month}-${dayOfMonth}`, days).join(dash),
    );
  const european = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(time);
  return european ? dayAfter(`${european[3]}-${european[2]}-${european[1]}`, days).reverse().join('/') : time;
}

function dayAfter(date: string, days: number): string[] {
  return new Date(Date.parse(date) + days * day).toISOString().slice(0, 10).split('-');
}

/** Deeper than any time of a record. */
const deepest = 12;

/** Where a record has times that were made, or are those of its creation. */
export function placesOfTimes(body: unknown, made: ReadonlySet<unknown>, now: Date): string[][] {
  const text = now.toISOString();
  const times = new Set([
    ...made,
    mailTimeOf(now),
    text,
    text.replace('.000', ''),
    text.slice(0, 10),
    Math.floor(now.getTime() / 1000),
  ]);
  const found: string[][] = [];
  visit(body, []);
  return found;

  function visit(value: unknown, place: string[]): void {
    if (typeof value !== 'object' || value === null) {
      if (times.has(value)) found.push(place);
    } else if (place.length < deepest) for (const [name, each] of Object.entries(value)) visit(each, [...place, name]);
  }
}
