import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { playWeather, type Weather } from '../../testing/simulated-calls.ts';

const [minute, hour] = [60_000, 60 * 60_000];
const day = 24 * hour;
const start = Date.parse('2026-11-02T00:00:00Z');

/** Busy on working days, little at night, less or nothing at weekends. */
const quiet = (busy: number, weekend: number): Weather => ({
  callsPerMinute: (at) => {
    const [hourOfDay, weekday] = [new Date(at).getUTCHours(), new Date(at).getUTCDay()];
    const share = hourOfDay >= 8 && hourOfDay < 20 ? 1 : 0.05;
    return busy * share * (weekday === 0 || weekday === 6 ? weekend : 1);
  },
  serverErrors: () => 0.002,
  limited: () => 0.003,
  median: () => 40,
  spread: 1,
  hangs: () => 0,
});

/** Calls that come only in some minutes of an hour. */
const inMinutes = (perMinute: number, is: (minuteOfHour: number, at: number) => boolean): Weather => ({
  ...quiet(perMinute, 1),
  callsPerMinute: (at) => (is(Math.floor(at / minute) % 60, at) ? perMinute : 0),
});

const isOpen = (at: number, from: number, until: number) => at % day >= from && at % day < until;
const weeks: [string, Weather][] = [
  ...([1, 6, 20] as const).map((busy): [string, Weather] => [
    `${busy} calls a minute, few at weekends`,
    quiet(busy, 0.1),
  ]),
  ['6 calls a minute, none at weekends', quiet(6, 0)],
  ['40 calls a minute, less at weekends', quiet(40, 0.3)],
  ['many calls, but only at half past', inMinutes(40, (of) => of >= 29 && of < 37)],
  ['calls from eight until half past five', inMinutes(12, (_, at) => isOpen(at, 8 * hour, 17.5 * hour))],
  [
    'calls on weekdays only, until half past five',
    inMinutes(12, (_, at) => new Date(at).getUTCDay() % 6 > 0 && isOpen(at, 8 * hour, 17.5 * hour)),
  ],
];

describe('A quiet week', () => {
  for (const [what, weather] of weeks)
    for (const seed of [1, 2, 3])
      test(`tells nothing: ${what} (seed ${seed})`, () => {
        const watchedFrom = start + 8 * day;
        const { told } = playWeather(weather, { seed, from: start, watchedFrom, until: watchedFrom + 7 * day });
        assert.deepEqual(told, []);
      });
});

const began = start + 8 * day + 10 * hour;
const during = (minutes: number, bad: number, otherwise: number) => (at: number) =>
  at >= began && at < began + minutes * minute ? bad : otherwise;

/** What is wrong for 20 minutes, and the rule that tells of it. */
const faults: [string, string, Partial<Weather>][] = [
  ['error_rate', 'one call in five ends in 503', { serverErrors: during(20, 0.2, 0.002) }],
  ['error_rate', 'half of the calls end in 503', { serverErrors: during(20, 0.5, 0.002) }],
  ['error_rate', 'all calls end in 503', { serverErrors: during(20, 1, 0.002) }],
  ['rate_limited', 'half of the calls are over a limit', { limited: during(20, 0.5, 0.003) }],
  ['rate_limited', 'all calls are over a limit', { limited: during(20, 0.99, 0.003) }],
  ['latency', 'calls take three times as long', { median: during(20, 1800, 600), spread: 0.5 }],
  ['latency', 'a third of the calls hang', { hangs: during(20, 0.33, 0) }],
];

describe('A fault', () => {
  for (const rate of [5, 10, 60, 600])
    for (const [kind, what, weather] of faults)
      for (const seed of [1, 2, 3])
        test(`is told within five minutes, and that it is over: ${what}, ${rate} calls a minute (seed ${seed})`, () => {
          const always = { ...quiet(rate, 1), callsPerMinute: () => rate };
          const from = began - 4 * hour;
          const played = playWeather(
            { ...always, ...weather },
            { seed, from, watchedFrom: began, until: began + hour },
          );
          const told = played.told.filter((one) => one.kind === kind);
          assert.deepEqual(
            told.map(({ turn }) => turn),
            ['open', 'resolve'],
            JSON.stringify(played.told),
          );
          const [opened, resolved] = told.map(({ after }) => after) as [number, number];
          // Twenty calls are needed, and enough of them that fail.
          const seen = played.calls.slice(0, 5).reduce((sum, calls) => sum + calls, 0);
          assert.ok(opened <= (seen >= 20 && rate > 5 ? 5 : 8), `told after ${opened} minutes`);
          assert.ok(resolved > 20 && resolved <= 32, `over after ${resolved} minutes`);
        });

  test('that comes and goes every few minutes is one incident', () => {
    const serverErrors = (at: number) =>
      at >= began && at < began + hour && ((at - began) / minute) % 6 < 3 ? 0.6 : 0.002;
    const times = { seed: 5, from: start, watchedFrom: began, until: began + 2 * hour };
    const { told } = playWeather({ ...quiet(10, 0), serverErrors }, times);
    assert.equal(told.length, 2, JSON.stringify(told));
  });
});

describe('Silence', () => {
  const silent = (weather: Weather, minutes: number): Weather => ({
    ...weather,
    callsPerMinute: (at) => (during(minutes, 1, 0)(at) === 1 ? 0 : weather.callsPerMinute(at)),
  });
  const times = (seed: number) => ({ seed, from: start, watchedFrom: began, until: began + 3 * hour });

  for (const rate of [5, 10, 60, 600])
    for (const seed of [1, 2, 3])
      test(`is told within five minutes, and that it is over: ${rate} calls a minute (seed ${seed})`, () => {
        const { told } = playWeather(silent(quiet(rate, 0.1), 40), times(seed));
        assert.deepEqual(
          told.map(({ kind, turn }) => [kind, turn]),
          [
            ['silence', 'open'],
            ['silence', 'resolve'],
          ],
          JSON.stringify(told),
        );
        assert.ok((told[0]?.after as number) <= 5, JSON.stringify(told));
        assert.ok((told[1]?.after as number) > 40 && (told[1]?.after as number) <= 44, JSON.stringify(told));
      });

  test('of few calls is told after an hour without any, and that it is over with the next call', () => {
    const { told } = playWeather(silent(quiet(0.8, 0.1), 130), times(7));
    assert.deepEqual(
      told.map(({ kind, turn }) => [kind, turn]),
      [
        ['silence', 'open'],
        ['silence', 'resolve'],
      ],
      JSON.stringify(told),
    );
    assert.equal(told[0]?.after, 61);
  });

  test('is not told before a week was seen', () => {
    const from = began - 3 * day;
    const { told } = playWeather(silent(quiet(10, 0), 300), { ...times(7), from, until: began + 4 * hour });
    assert.deepEqual(told, []);
  });
});
