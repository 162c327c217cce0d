import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixedWindow } from './fixed-window.ts';
import { gradualThrottling } from './gradual-throttling.ts';
import { leakyBucket } from './leaky-bucket.ts';
import { createLimitStates } from './limit-states.ts';
import type { Limiter, Taken } from './limiter.ts';

const noon = Date.parse('2026-11-20T12:00:00Z');

/** A caller who sends requests at the given times, in milliseconds after noon. */
function callerOf<State>(limiter: Limiter<State>): (after: number) => Taken<State> {
  let state: State | undefined;
  return (after) => {
    const taken = limiter.take(state, noon + after);
    state = taken.state;
    return taken;
  };
}

describe('a fixed window', () => {
  const limiter = fixedWindow({ requests: 3, seconds: 60 });

  test('allows a number of requests, reports the rest, and resets at the reported time', () => {
    const send = callerOf(limiter);
    const left = [send(900), send(10_000), send(59_000)].map(({ headers }) => headers['Rate-Limit-Remaining']);
    assert.deepEqual(left, ['2', '1', '0']);
    const refused = send(59_400);
    assert.deepEqual(refused.headers, {
      'Rate-Limit-Limit': '3',
      'Rate-Limit-Remaining': '0',
      'Rate-Limit-Reset': String(noon / 1000 + 60),
    });
    assert.equal(refused.retryAfter, 1);
    assert.equal(send(59_999).retryAfter, 1);
    const anew = send(60_000);
    assert.equal(anew.retryAfter, undefined);
    assert.equal(anew.headers['Rate-Limit-Remaining'], '2');
  });

  test('restarts if the clock was set back', () => {
    const send = callerOf(limiter);
    for (const after of [0, 1, 2]) send(after);
    assert.ok(send(3).retryAfter);
    assert.equal(send(-3_600_000).retryAfter, undefined);
  });

  test('has configurable header names', () => {
    const { headers } = callerOf(
      fixedWindow({ requests: 3, seconds: 60, headers: { limit: 'X-Limit', remaining: 'X-Left', reset: 'X-Reset' } }),
    )(0);
    assert.deepEqual(Object.keys(headers), ['X-Limit', 'X-Left', 'X-Reset']);
  });
});

describe('a leaky bucket', () => {
  for (const perSecond of [1, 2, 0.5, 1 / 3, 3]) {
    test(`that leaks ${perSecond.toFixed(2)} per second reports the exact wait`, () => {
      for (const started of [0, 250, 999]) {
        const full = () => {
          const send = callerOf(leakyBucket({ capacity: 5, perSecond, header: 'x-rate-limit-retry-after-seconds' }));
          for (let count = 1; count <= 5; count++) assert.equal(send(started).retryAfter, undefined);
          return send;
        };
        const { retryAfter = Number.NaN } = full()(started);
        assert.ok(retryAfter >= 1);
        assert.equal(full()(started + retryAfter * 1000).retryAfter, undefined);
        if (retryAfter > 1) assert.equal(full()(started + (retryAfter - 1) * 1000).retryAfter, 1);
      }
    });
  }

  test('is not filled by refused requests', () => {
    const send = callerOf(leakyBucket({ capacity: 2, perSecond: 1, header: 'x-wait' }));
    for (let count = 1; count <= 50; count++) send(0);
    assert.equal(send(1000).retryAfter, undefined);
  });

  test('never refuses a steady rate, and sends no headers for it', () => {
    const send = callerOf(leakyBucket({ capacity: 1, perSecond: 1, header: 'x-wait' }));
    for (let second = 0; second < 500; second++)
      assert.deepEqual([send(second * 1000).headers, send(second * 1000).retryAfter], [{}, 1]);
  });
});

describe('gradual throttling', () => {
  const limiter = gradualThrottling({ requests: 10, seconds: 10, soft: 4 });

  test('responds immediately up to the soft limit, then with growing delays, then refuses', () => {
    const send = callerOf(limiter);
    const delays = Array.from({ length: 10 }, () => send(0).delay ?? 0);
    assert.deepEqual(delays, [0, 0, 0, 0, 1000, 2000, 3000, 4000, 5000, 5000]);
    const refused = send(0);
    assert.equal(refused.retryAfter, 1);
    assert.equal(send(1000).retryAfter, undefined);
  });

  test('never refuses a caller who waits for each response', () => {
    const send = callerOf(limiter);
    let after = 0;
    for (let count = 0; count < 200; count++) {
      const { delay = 0, retryAfter } = send(after);
      assert.equal(retryAfter, undefined);
      after += delay;
    }
    assert.ok(after >= 195_000, 'two hundred at one a second, less the four that are free');
  });

  test('reports quota, window, remaining requests and reset time in the standard headers', () => {
    const send = callerOf(limiter);
    assert.deepEqual(send(0).headers, { 'RateLimit-Policy': '"default";q=10;w=10', RateLimit: '"default";r=9;t=1' });
    for (let count = 2; count <= 11; count++) send(0);
    assert.equal(send(0).headers.RateLimit, '"default";r=0;t=10');
    assert.equal(send(9_500).headers.RateLimit, '"default";r=8;t=2');
  });
});

describe('the state of callers', () => {
  const limiter = fixedWindow({ requests: 1, seconds: 60 });

  test('is separate for each of them', () => {
    const states = createLimitStates(() => noon);
    assert.deepEqual(
      ['a', 'b', 'a', 'b'].map((caller) => Boolean(states.take(limiter, caller, noon).retryAfter)),
      [false, false, true, true],
    );
  });

  test('is dropped once it has expired', () => {
    let now = noon;
    const states = createLimitStates(() => now);
    for (let caller = 0; caller < 100; caller++) states.take(limiter, String(caller), now);
    assert.equal(states.size(), 100);
    now += 60_000;
    states.take(limiter, 'another', now);
    assert.equal(states.size(), 1);
  });

  test('never exceeds the cap: the least recently used is dropped first', () => {
    const states = createLimitStates(() => noon, 3);
    for (const caller of ['a', 'b', 'c', 'a', 'd', 'e']) states.take(limiter, caller, noon);
    assert.equal(states.size(), 3);
    assert.ok(states.take(limiter, 'a', noon).retryAfter, 'a was used recently, and is known');
    assert.equal(states.take(limiter, 'b', noon).retryAfter, undefined, 'b was not');
  });
});
