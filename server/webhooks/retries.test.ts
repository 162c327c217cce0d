import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { allSettled, firstAttempted, freshWorkspace } from '../testing/deliveries.ts';
import { answering, type Receiver, startReceiver } from '../testing/receiver.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import type { TestPortal } from '../testing/test-portal.ts';
import { startDeliveringPortal, until, type WebhookWorkspace } from '../testing/webhook-workspace.ts';

describeOnDatabases('webhook delivery (dialects.md 5, all APIs): retries', (open) => {
  let portal: TestPortal;
  let receiver: Receiver;
  let workspace: WebhookWorkspace;
  before(async () => {
    portal = await startDeliveringPortal({ open });
    receiver = await startReceiver();
  });
  after(async () => {
    await portal.close();
    await receiver.close();
  });
  const fresh = async () => {
    workspace = await freshWorkspace(portal, receiver);
  };
  const settled = (status: string) => allSettled(workspace, status);
  const attempted = (attempts: number) => firstAttempted(workspace, attempts);

  test('a failure is retried with the same id; the 15 scheduled retries follow the moved clock, then it is given up', async () => {
    await fresh();
    receiver.respond = answering(500);
    await workspace.endpoint(receiver.url);
    await workspace.issue();
    await until(
      () => workspace.deliveries(),
      ([one]) => one?.attempt_count === 1 && one.next_attempt_at,
    );
    const [waiting] = await workspace.deliveries();
    assert.equal(waiting.status, 'pending');
    const wait = Date.parse(waiting.next_attempt_at) - Date.parse(waiting.created_at);
    assert.ok(wait >= 5000 && wait < 8000, `the first retry comes after ${wait} ms`);
    await workspace.advance(60 * 60 * 60);
    const [given] = await settled('failed');
    assert.deepEqual([given.reason, given.attempt_count, given.next_attempt_at], ['exhausted', 16, null]);
    const { attempts } = await workspace.delivery(given.id);
    assert.equal(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size, 1);
    assert.equal(receiver.received.length, 16);
    const times = attempts.map(({ started_at }: { started_at: string }) => Date.parse(started_at));
    const hours = (times[15] - times[0]) / 3_600_000;
    assert.ok(hours > 47 && hours < 53, `the schedule took ${hours} hours of the workspace's time`);
    for (const [index, attempt] of attempts.entries()) {
      assert.deepEqual([attempt.number, attempt.outcome, attempt.error.code], [index + 1, 'failed', 'http_status']);
      if (index > 0) assert.ok(times[index] >= Date.parse(attempts[index - 1].next_attempt_at), 'no retry is early');
    }
  });

  test('moving the clock does not compress the schedule: retries wait for it', async () => {
    await fresh();
    receiver.respond = answering(503);
    await workspace.endpoint(receiver.url);
    await workspace.issue();
    await until(
      () => workspace.deliveries(),
      ([one]) => one?.attempt_count === 1 && one.next_attempt_at,
    );
    await workspace.advance(6);
    await until(
      () => workspace.deliveries(),
      ([one]) => one?.attempt_count === 2 && one.next_attempt_at,
    );
    const [one] = await workspace.deliveries();
    const { attempts } = await workspace.delivery(one.id);
    assert.ok(Date.parse(attempts[1].started_at) - Date.parse(attempts[0].started_at) < 8000);
    assert.ok(Date.parse(one.next_attempt_at) - Date.parse(attempts[1].started_at) >= 30_000);
  });

  test('redirects are not followed and count as failures', async () => {
    await fresh();
    receiver.respond = answering(302, { location: `${receiver.url}/elsewhere` });
    await workspace.endpoint(receiver.url);
    await workspace.issue();
    const { attempts, status } = await attempted(1);
    assert.deepEqual([status, attempts[0].error.code, attempts[0].response.status], ['pending', 'redirect', 302]);
    assert.deepEqual(
      receiver.received.map(({ path }) => path),
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
      await fresh();
      receiver.respond = answering(429, { 'retry-after': retryAfter });
      await workspace.endpoint(receiver.url);
      await workspace.issue();
      const { attempts } = await attempted(1);
      const waits = (Date.parse(attempts[0].next_attempt_at) - Date.parse(attempts[0].started_at)) / 1000;
      assert.ok(waits >= least && waits < least + 400, `${retryAfter} made it wait ${waits} s`);
    }
  });

  test('setting the clock back shifts the waiting retries', async () => {
    await fresh();
    receiver.respond = answering(500);
    await workspace.endpoint(receiver.url);
    await workspace.advance(86_400);
    await workspace.issue();
    await attempted(1);
    await workspace.call('DELETE /workspace/clock');
    const [one] = await workspace.deliveries();
    const wait = Date.parse(one.next_attempt_at) - Date.now();
    assert.ok(wait > 0 && wait < 8000, `it waits ${wait} ms`);
  });
});
