import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type FollowedStream, followStream } from '../testing/follow-stream.ts';
import { invoice, invoices } from '../testing/issuing-workspaces.ts';
import { answering, type Receiver, startReceiver } from '../testing/receiver.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import type { TestPortal } from '../testing/test-portal.ts';
import {
  newWebhookWorkspace,
  startDeliveringPortal,
  until,
  type WebhookWorkspace,
} from '../testing/webhook-workspace.ts';

describeOnDatabases('events and deliveries, live', (open) => {
  let portal: TestPortal;
  let receiver: Receiver;
  let workspace: WebhookWorkspace;
  let origin: string;
  const streams: FollowedStream[] = [];
  before(async () => {
    portal = await startDeliveringPortal({ open });
    receiver = await startReceiver();
    origin = await portal.app.listen({ port: 0, host: '127.0.0.1' });
  });
  after(async () => {
    for (const stream of streams) stream.stop();
    await portal.close();
    await receiver.close();
  });

  const follow = async (query = '', headers = {}): Promise<FollowedStream> => {
    const stream = await followStream(`${origin}/platform/v1/events/stream${query}`, workspace.key, headers);
    streams.push(stream);
    return stream;
  };

  test('arrive as they happen, in order, with the attempts of each delivery', async () => {
    workspace = await newWebhookWorkspace(portal);
    await workspace.endpoint(receiver.url);
    const { received, stop } = await follow();
    const { body: issued } = await workspace.issue();
    await until(
      () => received,
      (all) => all.some(({ event, data }) => event === 'delivery' && data.status === 'delivered'),
    );
    const events = received.filter(({ event }) => event === 'event');
    assert.deepEqual(
      events.map(({ data }) => data.type),
      ['document_processing', 'operation_processing'],
    );
    assert.equal(events[0]?.data.record.id, issued.id);
    const listed = (await workspace.call('GET /events')).body.data;
    assert.deepEqual(
      events.map(({ data }) => data),
      listed,
    );
    receiver.respond = answering(500);
    await workspace.issue();
    const [failed] = await until(
      () => received.filter(({ data }) => data.last_status === 500),
      ({ length }) => length > 0,
    );
    assert.ok(failed?.data.next_attempt_at);
    receiver.respond = (_request, response) => response.end();
    stop();
  });

  test('can be limited to one call, including its later steps', async () => {
    workspace = await newWebhookWorkspace(portal);
    await workspace.issue();
    const headers = { authorization: `Basic ${btoa(`${workspace.key}:x`)}`, 'content-type': 'application/json' };
    const mine = await fetch(origin + invoices, { method: 'POST', headers, body: JSON.stringify(invoice) });
    const requestId = mine.headers.get('x-request-id');
    const beginning = Buffer.from(JSON.stringify(['events asc', 0])).toString('base64url');
    const { received, stop } = await follow(`?request_id=${requestId}`, { 'last-event-id': beginning });
    await until(
      () => received,
      ({ length }) => length === 2,
    );
    await workspace.advance(60);
    await until(
      () => received,
      ({ length }) => length === 8,
    );
    assert.ok(received.every(({ data }) => data.request_id === requestId));
    stop();
  });

  test('continue after the last id on reconnection, without loss or repetition', async () => {
    workspace = await newWebhookWorkspace(portal);
    const first = await follow();
    await workspace.issue();
    await until(
      () => first.received,
      ({ length }) => length === 2,
    );
    first.stop();
    await workspace.issue();
    const second = await follow('', { 'last-event-id': first.received[0]?.id ?? '' });
    await workspace.issue();
    await until(
      () => second.received,
      ({ length }) => length >= 5,
    );
    const whole = (await workspace.call('GET /events')).body.data.map(({ id }: { id: string }) => id);
    assert.deepEqual(
      second.received.map(({ data }) => data.id),
      whole.slice(1),
    );
    second.stop();
    const wrong = await fetch(`${origin}/platform/v1/events/stream`, {
      headers: { authorization: `Bearer ${workspace.key}`, 'last-event-id': 'nonsense' },
    });
    assert.equal(wrong.status, 422);
  });

  test('are not sent to other workspaces', async () => {
    workspace = await newWebhookWorkspace(portal);
    const { received, stop } = await follow();
    const other = await newWebhookWorkspace(portal);
    await other.issue();
    await workspace.issue();
    await until(
      () => received,
      ({ length }) => length === 2,
    );
    const own = (await workspace.call('GET /events')).body.data.map(({ id }: { id: string }) => id);
    assert.deepEqual(
      received.map(({ data }) => data.id),
      own,
    );
    stop();
    assert.equal((await fetch(`${origin}/platform/v1/events/stream`)).status, 401);
  });

  test('end when the server stops, without waiting for readers', async () => {
    workspace = await newWebhookWorkspace(portal);
    const { ended } = await follow();
    portal.context.streams.close();
    await ended;
  });
});
