import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bucketOf } from '../usage/duration-buckets.ts';
import { judgeRule } from './judge-rule.ts';
import { presets } from './rules.ts';
import type { HourCount, MinuteCount } from './signals.ts';

const [minute, hour] = [60_000, 60 * 60_000];
const day = 24 * hour;
const start = Date.parse('2026-11-02T00:00:00Z');

/** What happens to a call, by chance. */
interface Weather {
  callsPerMinute(at: number): number;
  serverErrors(at: number): number;
  slow?(at: number): number;
  limited?(at: number): number;
}

/** Always the same numbers from a seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Plays the weather minute by minute, and tells each time that an incident opens or ends, in minutes from `watchedFrom`. */
function play(
  seed: number,
  weather: Weather,
  watchedFrom: number,
  until: number,
): [string, 'open' | 'resolve', number][] {
  const random = randomFrom(seed);
  const told: [string, 'open' | 'resolve', number][] = [];
  const open = new Set<string>();
  const hours = new Map<number, number>();
  let minutes: MinuteCount[] = [];
  for (let at = start; at < until; at += minute) {
    const counts = new Map<string, MinuteCount>();
    for (let left = poisson(weather.callsPerMinute(at), random); left > 0; left--) {
      const status = statusOf(weather, at, random());
      const milliseconds = random() < (weather.slow?.(at) ?? 0) ? 5000 : 40 * Math.exp(normal(random));
      const bucket = bucketOf(milliseconds);
      const key = `${status} ${bucket}`;
      const known = counts.get(key);
      if (known) known.calls++;
      else counts.set(key, { at, api: 'notas', operation: 'createServiceInvoice', status, bucket, calls: 1 });
    }
    minutes = [...minutes.filter((count) => at - count.at < 16 * minute), ...counts.values()];
    const calls = [...counts.values()].reduce((sum, count) => sum + count.calls, 0);
    const began = at - (at % hour);
    if (calls > 0) hours.set(began, (hours.get(began) ?? 0) + calls);
    if (at < watchedFrom) continue;
    const signals = { minutes, hours: hoursOf(hours, began), endpoints: [], credentials: [] };
    // At the end of the minute, when all its calls were counted.
    const time = { now: at + minute - 1, movedAt: null, movedBy: 0 };
    for (const rule of presets) {
      const { state } = judgeRule(rule, signals, time);
      const after = (at - watchedFrom) / minute + 1;
      if (state === 'bad' && !open.has(rule.kind)) {
        open.add(rule.kind);
        told.push([rule.kind, 'open', after]);
      } else if (state === 'good' && open.delete(rule.kind)) told.push([rule.kind, 'resolve', after]);
    }
  }
  return told;
}

function hoursOf(hours: Map<number, number>, current: number): HourCount[] {
  const seen = [current, ...Array.from({ length: 8 }, (_, days) => current - hour - days * day)];
  return seen.flatMap((at) => (hours.has(at) ? [{ at, api: 'notas', calls: hours.get(at) as number }] : []));
}

function statusOf({ serverErrors, limited = () => 0.003 }: Weather, at: number, chance: number): number {
  const bad = serverErrors(at);
  if (chance < bad) return 503;
  if (chance < bad + limited(at)) return 429;
  return chance > 0.95 ? 422 : 200;
}

function poisson(mean: number, random: () => number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count++;
  return count;
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Busy on working days, little at night, less or nothing at weekends. */
const quiet = (busy: number, weekend: number): Weather => ({
  callsPerMinute: (at) => {
    const [hourOfDay, weekday] = [new Date(at).getUTCHours(), new Date(at).getUTCDay()];
    const share = hourOfDay >= 8 && hourOfDay < 20 ? 1 : 0.05;
    return busy * share * (weekday === 0 || weekday === 6 ? weekend : 1);
  },
  serverErrors: () => 0.002,
});

describe('A quiet week', () => {
  for (const [busy, weekend] of [
    [6, 0.1],
    [6, 0],
    [40, 0.3],
    [1, 0],
  ] as const)
    for (const seed of [1, 2, 3])
      test(`with ${busy} calls a minute, at weekends ${weekend * 100} % of them, tells nothing (seed ${seed})`, () => {
        const watchedFrom = start + 7 * day;
        assert.deepEqual(play(seed, quiet(busy, weekend), watchedFrom, watchedFrom + 7 * day), []);
      });
});

describe('A fault', () => {
  const began = start + 10 * hour;
  const lasts = 20 * minute;
  const during = (bad: number, otherwise: number) => (at: number) =>
    at >= began && at < began + lasts ? bad : otherwise;
  const faults: [string, string, Partial<Weather>][] = [
    ['error_rate', 'half of the calls end in 503', { serverErrors: during(0.5, 0.002) }],
    ['error_rate', 'one call in three ends in 503', { serverErrors: during(0.33, 0.002) }],
    ['rate_limited', 'all calls are over a limit', { limited: during(0.95, 0.003) }],
    ['latency', 'a third of the calls take seconds', { slow: during(0.33, 0) }],
  ];
  for (const [kind, what, weather] of faults)
    for (const seed of [1, 2, 3])
      test(`is told within five minutes, and once that it is over: ${what} (seed ${seed})`, () => {
        const told = play(seed, { ...quiet(10, 0), ...weather }, began, began + 2 * hour);
        assert.deepEqual(
          told.map(([rule, turn]) => [rule, turn]),
          [
            [kind, 'open'],
            [kind, 'resolve'],
          ],
          JSON.stringify(told),
        );
        const [[, , opened], [, , resolved]] = told as [[string, string, number], [string, string, number]];
        assert.ok(opened <= 5, `told after ${opened} minutes`);
        assert.ok(resolved > 20 && resolved <= 32, `over after ${resolved} minutes`);
      });

  test('that comes and goes every few minutes is one incident', () => {
    const serverErrors = (at: number) =>
      at >= began && at < began + 60 * minute && ((at - began) / minute) % 6 < 3 ? 0.6 : 0.002;
    const told = play(5, { ...quiet(10, 0), serverErrors }, began, began + 2 * hour);
    assert.equal(told.length, 2, JSON.stringify(told));
  });

  test('is told of silence after an hour without calls, and that it is over with the next call', () => {
    const from = start + 8 * day + 10 * hour;
    const usual = quiet(10, 0);
    const silent = (at: number) => at >= from && at < from + 3 * hour;
    const weather = { ...usual, callsPerMinute: (at: number) => (silent(at) ? 0 : usual.callsPerMinute(at)) };
    const told = play(7, weather, from, from + 5 * hour);
    assert.deepEqual(
      told.map(([rule, turn]) => [rule, turn]),
      [
        ['silence', 'open'],
        ['silence', 'resolve'],
      ],
    );
    assert.deepEqual(told[0]?.[2], 61);
    // Nothing is usual before a week was seen.
    const early = start + 3 * day + 10 * hour;
    const sudden = { ...usual, callsPerMinute: (at: number) => (at >= early ? 0 : usual.callsPerMinute(at)) };
    assert.deepEqual(play(7, sudden, early, early + 5 * hour), []);
  });
});
