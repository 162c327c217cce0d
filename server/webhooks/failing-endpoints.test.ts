import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accept, answering, type Receiver, startReceiver } from '../testing/receiver.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { WebhookSuite } from '../testing/webhook-suite.ts';
import { until } from '../testing/webhook-workspace.ts';

describeOnDatabases('webhook delivery (dialects.md 5, all APIs): endpoints that keep failing', (open) => {
  const suite = new WebhookSuite(open);
  let other: Receiver;
  before(async () => {
    other = await startReceiver();
  });
  after(() => other.close());

  test('410 disables the endpoint, gives up its waiting deliveries, and notifies the other endpoints', async () => {
    await suite.fresh();
    suite.receiver.respond = answering(500);
    const gone = await suite.workspace.endpoint(suite.receiver.url);
    await suite.workspace.endpoint(other.url, { event_types: ['platform:*'] });
    await suite.workspace.issue();
    await suite.attempted(1);
    suite.receiver.respond = answering(410);
    await suite.workspace.issue();
    const all = await until(
      () => suite.workspace.deliveries(`endpoint_id=${gone.id}&type=document_processing`),
      (seen) => seen.length === 2 && seen.every(({ status }) => status === 'failed'),
    );
    assert.deepEqual(
      all.map(({ reason }) => reason),
      ['gone', 'endpoint_disabled'],
    );
    const { body: shown } = await suite.workspace.call(`GET /webhook_endpoints/${gone.id}`);
    assert.deepEqual([shown.status, shown.disabled_reason], ['disabled', 'gone']);
    const [notice] = await until(
      () => other.received,
      ({ length }) => length > 0,
    );
    const notification = JSON.parse(notice?.body ?? '{}');
    assert.deepEqual(
      [notification.type, notification.data.webhook_endpoint.id],
      ['webhook_endpoint_disabled', gone.id],
    );
    assert.ok(!notice?.body.includes('whsec_'));

    await suite.workspace.issue();
    const [skipped] = await suite.workspace.deliveries(
      `endpoint_id=${gone.id}&status=skipped&type=document_processing`,
    );
    assert.equal(skipped.reason, 'endpoint_disabled', 'events during that time are in the log too');
    suite.receiver.respond = accept;
    await suite.workspace.call(`PATCH /webhook_endpoints/${gone.id}`, { status: 'active' });
    const { body: resent } = await suite.workspace.call('POST /delivery_resends', {
      since: '2020-01-01T00:00:00Z',
      include_skipped: true,
    });
    assert.equal(resent.count, 3);
    await until(
      () => suite.workspace.deliveries(`endpoint_id=${gone.id}&type=document_processing`),
      (seen) => seen.every(({ status }) => status === 'delivered'),
    );
  });

  test('a circuit opens after five failures in a row, lets probes through, and closes on the first success', async () => {
    await suite.fresh();
    suite.receiver.respond = answering(500);
    const { id } = await suite.workspace.endpoint(suite.receiver.url);
    const circuit = async () => (await suite.workspace.call(`GET /webhook_endpoints/${id}`)).body.circuit;
    for (let count = 0; count < 5; count++) await suite.workspace.issue();
    await until(circuit, ({ state }) => state === 'open');
    await suite.workspace.issue();
    const [waiting] = await until(
      () => suite.workspace.deliveries('status=pending&type=document_processing'),
      ([last]) => last.held === 'circuit_open',
    );
    assert.equal(waiting.attempt_count, 0);
    assert.equal(waiting.next_attempt_at, (await circuit()).next_probe_at);
    const before = suite.receiver.received.length;
    await suite.workspace.advance(70);
    await until(circuit, ({ consecutive_failures }) => consecutive_failures === 6);
    assert.equal(suite.receiver.received.length, before + 1, 'one probe was sent, the others wait');
    suite.receiver.respond = accept;
    await suite.workspace.advance(150);
    await until(circuit, ({ state }) => state === 'closed');
    await suite.settled('delivered');
    assert.deepEqual(await circuit(), {
      state: 'closed',
      consecutive_failures: 0,
      opened_at: null,
      next_probe_at: null,
    });
  });

  test('after three days without a success the endpoint is disabled, and shows why', async () => {
    await suite.fresh();
    suite.receiver.respond = answering(500);
    const { id } = await suite.workspace.endpoint(suite.receiver.url);
    await suite.workspace.issue();
    await suite.attempted(1);
    await suite.workspace.advance(53 * 3600);
    await suite.settled('failed');
    assert.equal((await suite.workspace.call(`GET /webhook_endpoints/${id}`)).body.status, 'active');
    await suite.workspace.advance(22 * 3600);
    await suite.workspace.issue();
    const { body } = await until(
      () => suite.workspace.call(`GET /webhook_endpoints/${id}`),
      ({ body }) => body.status === 'disabled',
    );
    assert.equal(body.disabled_reason, 'failures');
    assert.equal((await suite.workspace.call('GET /events?type=webhook_endpoint_disabled')).body.data.length, 1);
    await suite.settled('failed');
  });
});
