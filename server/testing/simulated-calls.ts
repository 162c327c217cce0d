import { judgeRule } from '../activity/alerts/judge-rule.ts';
import { presets } from '../activity/alerts/rules.ts';
import type { HourCount, LateCount, MinuteCount, MinuteTotal } from '../activity/alerts/signals.ts';
import { bucketOf } from '../activity/usage/duration-buckets.ts';

const [minute, hour] = [60_000, 60 * 60_000];
const day = 24 * hour;

/** What happens to calls: how many there are, and by which chance each has a fault. */
export interface Weather {
  callsPerMinute(at: number): number;
  serverErrors(at: number): number;
  limited(at: number): number;
  /** The median of durations in milliseconds, how far they spread, and the chance that a call takes five seconds. */
  median(at: number): number;
  spread: number;
  hangs(at: number): number;
}

export interface Told {
  kind: string;
  turn: 'open' | 'resolve';
  /** Minutes from `watchedFrom`. */
  after: number;
}

/**
 * Plays the weather minute by minute from `from`, judges the preset rules after each minute from `watchedFrom` on, and tells each
 * time that an incident opens or ends; the calls of `watchedFrom` on are counted by minute. Calls are told apart only shortly before.
 */
export function playWeather(
  weather: Weather,
  { seed, from, watchedFrom, until }: { seed: number; from: number; watchedFrom: number; until: number },
): { told: Told[]; calls: number[] } {
  const random = randomFrom(seed);
  const told: Told[] = [];
  const calls: number[] = [];
  const open = new Set<string>();
  const totals = new Map<number, number>();
  const hours = new Map<number, number>();
  let minutes: MinuteCount[] = [];
  for (let at = from; at < until; at += minute) {
    const count = poisson(weather.callsPerMinute(at), random);
    if (count > 0) totals.set(at, count);
    totals.delete(at - 26 * hour);
    const began = at - (at % hour);
    if (count > 0) hours.set(began, (hours.get(began) ?? 0) + count);
    if (at < watchedFrom - 3 * hour) continue;
    minutes = [...minutes.filter((one) => began - one.at <= hour), ...countsOf(weather, at, count, random)];
    if (at < watchedFrom) continue;
    calls.push(count);
    // At the end of the minute, when all its calls were counted.
    const now = at + minute - 1;
    const signals = {
      minutes: minutes.filter((one) => at - one.at < 16 * minute),
      lately: minutes as LateCount[],
      flow: totalsOf(
        totals,
        (one) => Math.abs(now - day - one) < 17 * minute || (one > now - 77 * minute && one <= now),
      ),
      hours: totalsOf(hours, (one) => one > began - 9 * day),
      endpoints: [],
      credentials: [],
    };
    for (const rule of presets) {
      const { state } = judgeRule(rule, signals, { now, movedAt: null, movedBy: 0 });
      const after = (at - watchedFrom) / minute + 1;
      if (state === 'bad' && !open.has(rule.kind)) {
        open.add(rule.kind);
        told.push({ kind: rule.kind, turn: 'open', after });
      } else if (state === 'good' && open.delete(rule.kind)) told.push({ kind: rule.kind, turn: 'resolve', after });
    }
  }
  return { told, calls };
}

function countsOf(weather: Weather, at: number, calls: number, random: () => number): MinuteCount[] {
  const counts = new Map<string, MinuteCount>();
  for (let left = calls; left > 0; left--) {
    const status = statusOf(weather, at, random());
    const hangs = random() < weather.hangs(at);
    const bucket = bucketOf(hangs ? 5000 : weather.median(at) * Math.exp(weather.spread * normal(random)));
    const key = `${status} ${bucket}`;
    const known = counts.get(key);
    if (known) known.calls++;
    else counts.set(key, { at, api: 'notas', operation: 'createServiceInvoice', status, bucket, calls: 1 });
  }
  return [...counts.values()];
}

function totalsOf(counts: Map<number, number>, is: (at: number) => boolean): (HourCount | MinuteTotal)[] {
  const found: HourCount[] = [];
  for (const [at, calls] of counts) if (calls > 0 && is(at)) found.push({ at, api: 'notas', calls });
  return found;
}

function statusOf({ serverErrors, limited }: Weather, at: number, chance: number): number {
  const bad = serverErrors(at);
  if (chance < bad) return 503;
  if (chance < bad + limited(at)) return 429;
  return chance > 0.95 ? 422 : 200;
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

function poisson(mean: number, random: () => number): number {
  if (mean > 100) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count++;
  return count;
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
