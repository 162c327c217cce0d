import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Refusal } from '../../answers/refusal.ts';
import { exhaust } from '../limits/exhaust.ts';
import { fixedWindow } from '../limits/fixed-window.ts';
import { gradualThrottling } from '../limits/gradual-throttling.ts';
import { leakyBucket } from '../limits/leaky-bucket.ts';
import { readPreferences } from './preferences.ts';
import { refusalOfStatus } from './refusal-of-status.ts';
import { readSimulation } from './simulation.ts';

describe('preferences (RFC 7240)', () => {
  test('are parsed in every notation that the RFC allows', () => {
    const read = (header: string) => Object.fromEntries(readPreferences(header));
    assert.deepEqual(read('code=503'), { code: '503' });
    assert.deepEqual(read('Code = 503 , WAIT="2"'), { code: '503', wait: '2' });
    assert.deepEqual(read('respond-async, wait=10; foo=bar, handling=lenient'), {
      'respond-async': '',
      wait: '10',
      handling: 'lenient',
    });
    assert.deepEqual(read('example="a, \\"b\\"; c=d", wait=1'), { example: 'a, "b"; c=d', wait: '1' });
    assert.deepEqual(read('wait=1, wait=2'), { wait: '1' }, 'the first of two counts');
    for (const header of ['', ',', ' , ,', ';', '=']) assert.deepEqual(read(header), {}, header);
  });

  test('with unclosed quotes or great length are parsed quickly', () => {
    for (const header of [
      `a="${'\\'.repeat(16_000)}`,
      `${'"'.repeat(16_000)}`,
      `${',;='.repeat(5000)}`,
      'a'.repeat(16_000),
    ])
      assert.ok(readPreferences(header).size <= 1);
  });
});

describe('a simulation', () => {
  test('is parsed, and reported as applied', () => {
    assert.deepEqual(readSimulation({ prefer: 'wait="2", respond-async, CODE=503' }), {
      code: 503,
      wait: 2000,
      applied: 'code=503, wait=2',
    });
    assert.equal(readSimulation({ prefer: 'example="não há"' })?.applied, 'example="n?o h?"');
    assert.equal(readSimulation({ prefer: 'drop=after' })?.drop, 'after');
  });

  test('is undefined without the header, or with only other preferences', () => {
    assert.equal(readSimulation({}), undefined);
    for (const prefer of ['', 'respond-async', 'return=minimal', 'handling=strict; code=503'])
      assert.equal(readSimulation({ prefer }), undefined, prefer);
  });

  test('is refused if a value is invalid', () => {
    for (const prefer of [
      'code',
      'code=',
      'code=99',
      'code=600',
      'code=100',
      'code=5x3',
      'wait=-1',
      'wait=31',
      'wait=1e1',
      'wait=0.5',
      'drop',
      'drop=now',
      'example',
    ])
      assert.throws(
        () => readSimulation({ prefer }),
        (error) => error instanceof Refusal && error.code === 'invalid_preference' && error.status === 400,
        prefer,
      );
  });
});

describe('the refusal of a status', () => {
  test('has the code that the API uses for the status, else a generic one', () => {
    const of = (status: number, statuses = {}) => {
      const refusal = refusalOfStatus(status, { statuses }, {});
      return [refusal.code, refusal.status];
    };
    assert.deepEqual(of(404), ['not_found', 404]);
    assert.deepEqual(of(400), ['invalid_request', 400]);
    assert.deepEqual(of(400, { invalid_fields: 400 })[0], 'invalid_fields');
    assert.deepEqual(of(403, { invalid_key: 403 })[0], 'invalid_key');
    assert.deepEqual(of(503), ['unavailable', 503]);
    assert.deepEqual(of(418), ['simulated_error', 418]);
  });
});

describe('an exhausted limiter', () => {
  test('gives the result of a request over the limit', () => {
    const now = Date.parse('2026-11-20T12:00:00Z');
    const window = exhaust(fixedWindow({ requests: 120, seconds: 60 }), now);
    assert.deepEqual([window.headers['Rate-Limit-Remaining'], window.retryAfter], ['0', 60]);
    const bucket = exhaust(leakyBucket({ capacity: 100, perSecond: 20, header: 'x-wait' }), now);
    assert.equal(bucket.retryAfter, 1);
    const quota = exhaust(gradualThrottling({ requests: 300, seconds: 60 }), now);
    assert.match(quota.headers.RateLimit ?? '', /;r=0;/);
    assert.equal(quota.retryAfter, 1);
  });
});
