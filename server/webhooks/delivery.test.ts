import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accept, answering, type Receiver, startReceiver } from '../testing/receiver.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import type { TestPortal } from '../testing/test-portal.ts';
import {
  newWebhookWorkspace,
  startDeliveringPortal,
  until,
  type WebhookWorkspace,
} from '../testing/webhook-workspace.ts';
import { verifySignature } from './signature.ts';

describeOnDatabases('webhook delivery (dialects.md 5, all APIs)', (open) => {
  let portal: TestPortal;
  let receiver: Receiver;
  let other: Receiver;
  let workspace: WebhookWorkspace;
  before(async () => {
    portal = await startDeliveringPortal({ open });
    [receiver, other] = [await startReceiver(), await startReceiver()];
  });
  after(async () => {
    await portal.close();
    await Promise.all([receiver.close(), other.close()]);
  });
  const fresh = async () => {
    workspace = await newWebhookWorkspace(portal);
    receiver.received.length = 0;
    receiver.respond = accept;
  };
  const got = (count: number) =>
    until(
      () => receiver.received,
      (received) => received.length >= count,
    );
  const settled = (status: string) =>
    until(
      () => workspace.deliveries(),
      (all) => all.length > 0 && all.every((one) => one.status === status),
    );

  test('POST, JSON, an own User-Agent, signed as Standard Webhooks has it, in the API’s own form', async () => {
    await fresh();
    const { secret } = await workspace.endpoint(receiver.url);
    const { body: issued } = await workspace.issue();
    const [request] = await got(1);
    assert.ok(request);
    assert.equal(request.method, 'POST');
    assert.equal(request.headers['content-type'], 'application/json; charset=UTF-8');
    assert.match(request.headers['user-agent'] ?? '', /^Cais-Webhooks\/1\.0 \(\+http/);
    assert.equal(verifySignature(request.headers, Buffer.from(request.body), [secret], new Date()), 'valid');
    const body = JSON.parse(request.body);
    assert.deepEqual([body.event.type, body.event.data.document.id], ['document_processing', issued.id]);
    const [delivery] = await settled('delivered');
    assert.equal(delivery.event_id, request.headers['webhook-id']);
    const { attempts, payload } = await workspace.delivery(delivery.id);
    assert.deepEqual(payload, body);
    assert.deepEqual(
      attempts[0].request.headers,
      Object.fromEntries(Object.entries(request.headers).filter(([name]) => name in attempts[0].request.headers)),
    );
    assert.deepEqual(
      [attempts.length, attempts[0].outcome, attempts[0].response.status, attempts[0].request.body],
      [1, 'delivered', 200, request.body],
    );
    assert.equal(attempts[0].address, '127.0.0.1');
  });

  test('a failure is tried again with the same id; the ladder of 15 retries runs as the clock moves, then it is given up', async () => {
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
    assert.ok(hours > 47 && hours < 53, `the ladder took ${hours} hours of the workspace's time`);
    for (const [index, attempt] of attempts.entries()) {
      assert.deepEqual([attempt.number, attempt.outcome, attempt.error.code], [index + 1, 'failed', 'http_status']);
      if (index > 0) assert.ok(times[index] >= Date.parse(attempts[index - 1].next_attempt_at), 'no retry comes early');
    }
  });

  test('what is only late by the real clock is not compressed: retries wait for the clock', async () => {
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

  /** Waits until the first delivery has had so many attempts and none is out, then gives it. */
  const attempted = async (attempts: number) => {
    const [one] = await until(
      async () => (await workspace.deliveries()).filter(({ status }) => status !== 'skipped'),
      ([first]) => first?.attempt_count === attempts && (first.next_attempt_at || first.finished_at),
    );
    return workspace.delivery(one.id);
  };

  test('redirects are not followed and are failures', async () => {
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

  test('410 disables the endpoint, gives up what waits, and tells the other endpoints', async () => {
    await fresh();
    receiver.respond = answering(500);
    const gone = await workspace.endpoint(receiver.url);
    await workspace.endpoint(other.url, { event_types: ['platform:*'] });
    await workspace.issue();
    await attempted(1);
    receiver.respond = answering(410);
    await workspace.issue();
    const all = await until(
      () => workspace.deliveries(`endpoint_id=${gone.id}&type=document_processing`),
      (seen) => seen.length === 2 && seen.every(({ status }) => status === 'failed'),
    );
    assert.deepEqual(
      all.map(({ reason }) => reason),
      ['gone', 'endpoint_disabled'],
    );
    const { body: shown } = await workspace.call(`GET /webhook_endpoints/${gone.id}`);
    assert.deepEqual([shown.status, shown.disabled_reason], ['disabled', 'gone']);
    const [notice] = await until(
      () => other.received,
      ({ length }) => length > 0,
    );
    const told = JSON.parse(notice?.body ?? '{}');
    assert.deepEqual([told.type, told.data.webhook_endpoint.id], ['webhook_endpoint_disabled', gone.id]);
    assert.ok(!notice?.body.includes('whsec_'));

    await workspace.issue();
    const [skipped] = await workspace.deliveries(`endpoint_id=${gone.id}&status=skipped&type=document_processing`);
    assert.equal(skipped.reason, 'endpoint_disabled', 'what happens now is in the log, too');
    receiver.respond = accept;
    await workspace.call(`PATCH /webhook_endpoints/${gone.id}`, { status: 'active' });
    const { body: resent } = await workspace.call('POST /delivery_resends', {
      since: '2020-01-01T00:00:00Z',
      include_skipped: true,
    });
    assert.equal(resent.count, 3);
    await until(
      () => workspace.deliveries(`endpoint_id=${gone.id}&type=document_processing`),
      (seen) => seen.every(({ status }) => status === 'delivered'),
    );
  });

  test('a circuit opens after five failures in a row, lets probes through, and closes with the first that succeeds', async () => {
    await fresh();
    receiver.respond = answering(500);
    const { id } = await workspace.endpoint(receiver.url);
    const circuit = async () => (await workspace.call(`GET /webhook_endpoints/${id}`)).body.circuit;
    for (let count = 0; count < 5; count++) await workspace.issue();
    await until(circuit, ({ state }) => state === 'open');
    await workspace.issue();
    const [waiting] = await until(
      () => workspace.deliveries('status=pending&type=document_processing'),
      ([last]) => last.held === 'circuit_open',
    );
    assert.equal(waiting.attempt_count, 0);
    assert.equal(waiting.next_attempt_at, (await circuit()).next_probe_at);
    const before = receiver.received.length;
    await workspace.advance(70);
    await until(circuit, ({ consecutive_failures }) => consecutive_failures === 6);
    assert.equal(receiver.received.length, before + 1, 'one probe went out, the others wait');
    receiver.respond = accept;
    await workspace.advance(150);
    await until(circuit, ({ state }) => state === 'closed');
    await settled('delivered');
    assert.deepEqual(await circuit(), {
      state: 'closed',
      consecutive_failures: 0,
      opened_at: null,
      next_probe_at: null,
    });
  });

  test('after three days of nothing but failures the endpoint is disabled, and says so', async () => {
    await fresh();
    receiver.respond = answering(500);
    const { id } = await workspace.endpoint(receiver.url);
    await workspace.issue();
    await attempted(1);
    await workspace.advance(53 * 3600);
    await settled('failed');
    assert.equal((await workspace.call(`GET /webhook_endpoints/${id}`)).body.status, 'active');
    await workspace.advance(22 * 3600);
    await workspace.issue();
    const { body } = await until(
      () => workspace.call(`GET /webhook_endpoints/${id}`),
      ({ body }) => body.status === 'disabled',
    );
    assert.equal(body.disabled_reason, 'failures');
    assert.equal((await workspace.call('GET /events?type=webhook_endpoint_disabled')).body.data.length, 1);
    await settled('failed');
  });

  test('a clock that goes back takes what waits with it', async () => {
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

  test('later steps of a lifecycle are delivered without any request that looks', async () => {
    await fresh();
    await workspace.endpoint(receiver.url, { event_types: ['notas:document_success'] });
    const issued = await workspace.issue();
    await workspace.advance(60);
    const [request] = await got(1);
    assert.equal(JSON.parse(request?.body ?? '{}').event.data.document.id, issued.body.id);
    const [event] = (await workspace.call(`GET /events?type=document_success`)).body.data;
    assert.equal(
      event.request_id,
      issued.headers['x-request-id'],
      'it is still the call that issued the invoice that caused it',
    );
    const byRequest = await workspace.call(`GET /events?request_id=${issued.headers['x-request-id']}`);
    assert.deepEqual(byRequest.body.data.length, 7);
  });
});
