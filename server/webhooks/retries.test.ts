import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answering } from '../testing/receiver.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { WebhookSuite } from '../testing/webhook-suite.ts';
import { until } from '../testing/webhook-workspace.ts';

describeOnDatabases('webhook delivery (dialects.md 5, all APIs): retries', (open) => {
  const suite = new WebhookSuite(open);

  test('a failure is retried with the same id; the 15 scheduled retries follow the moved clock, then it is given up', async () => {
    await suite.fresh();
    suite.receiver.respond = answering(500);
    await suite.workspace.endpoint(suite.receiver.url);
    await suite.workspace.issue();
    await until(
      () => suite.workspace.deliveries(),
      ([one]) => one?.attempt_count === 1 && one.next_attempt_at,
    );
    const [waiting] = await suite.workspace.deliveries();
    assert.equal(waiting.status, 'pending');
    const wait = Date.parse(waiting.next_attempt_at) - Date.parse(waiting.created_at);
    assert.ok(wait >= 5000 && wait < 30_000, `the first retry comes after ${wait} ms`);
    await suite.workspace.advance(60 * 60 * 60);
    const [given] = await suite.settled('failed');
    assert.deepEqual([given.reason, given.attempt_count, given.next_attempt_at], ['exhausted', 16, null]);
    const { attempts } = await suite.workspace.delivery(given.id);
    assert.equal(new Set(suite.receiver.received.map(({ headers }) => headers['webhook-id'])).size, 1);
    assert.equal(suite.receiver.received.length, 16);
    const times = attempts.map(({ started_at }: { started_at: string }) => Date.parse(started_at));
    const hours = (times[15] - times[0]) / 3_600_000;
    assert.ok(hours > 47 && hours < 53, `the schedule took ${hours} hours of the workspace's time`);
    for (const [index, attempt] of attempts.entries()) {
      assert.deepEqual([attempt.number, attempt.outcome, attempt.error.code], [index + 1, 'failed', 'http_status']);
      if (index > 0) assert.ok(times[index] >= Date.parse(attempts[index - 1].next_attempt_at), 'no retry is early');
    }
  });

  test('moving the clock does not compress the schedule: retries wait for it', async () => {
    await suite.fresh();
    suite.receiver.respond = answering(503);
    await suite.workspace.endpoint(suite.receiver.url);
    await suite.workspace.issue();
    await until(
      () => suite.workspace.deliveries(),
      ([one]) => one?.attempt_count === 1 && one.next_attempt_at,
    );
    await suite.workspace.advance(6);
    await until(
      () => suite.workspace.deliveries(),
      ([one]) => one?.attempt_count === 2 && one.next_attempt_at,
    );
    const [one] = await suite.workspace.deliveries();
    const { attempts } = await suite.workspace.delivery(one.id);
    assert.ok(Date.parse(attempts[1].started_at) - Date.parse(attempts[0].started_at) < 30_000);
    assert.ok(Date.parse(one.next_attempt_at) - Date.parse(attempts[1].started_at) >= 30_000);
  });

  test('redirects are not followed and count as failures', async () => {
    await suite.fresh();
    suite.receiver.respond = answering(302, { location: `${suite.receiver.url}/elsewhere` });
    await suite.workspace.endpoint(suite.receiver.url);
    await suite.workspace.issue();
    const { attempts, status } = await suite.attempted(1);
    assert.deepEqual([status, attempts[0].error.code, attempts[0].response.status], ['pending', 'redirect', 302]);
    assert.deepEqual(
      suite.receiver.received.map(({ path }) => path),
      ['/hook'],
    );
  });

  test('Retry-After is honoured, in seconds or as a date, and never makes a retry earlier', async () => {
    for (const [retryAfter, least] of [
      ['3600', 3600],
      [new Date(Date.now() + 7200_000).toUTCString(), 7100],
      ['1', 5],
      ['nonsense', 5],
      ['99999999', 86_400],
    ] as const) {
      await suite.fresh();
      suite.receiver.respond = answering(429, { 'retry-after': retryAfter });
      await suite.workspace.endpoint(suite.receiver.url);
      await suite.workspace.issue();
      const { attempts } = await suite.attempted(1);
      const waits = (Date.parse(attempts[0].next_attempt_at) - Date.parse(attempts[0].started_at)) / 1000;
      assert.ok(waits >= least && waits < least + 400, `${retryAfter} made it wait ${waits} s`);
    }
  });

  test('setting the clock back shifts the waiting retries', async () => {
    await suite.fresh();
    suite.receiver.respond = answering(503, { 'retry-after': '3600' });
    await suite.workspace.endpoint(suite.receiver.url);
    await suite.workspace.advance(86_400);
    await suite.workspace.issue();
    const ahead = await suite.attempted(1);
    await suite.workspace.call('DELETE /workspace/clock');
    const back = await suite.workspace.delivery(ahead.id);
    assert.equal(Date.parse(ahead.next_attempt_at) - Date.parse(back.next_attempt_at), 86_400_000);
  });
});
