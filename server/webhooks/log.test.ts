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
import { removeOldEvents } from './retention.ts';

const none = '00000000000000000000000000000000';

describeOnDatabases('the log of deliveries (dialects.md 5, notification: every attempt, replay)', (open) => {
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
    workspace = await newWebhookWorkspace(portal);
    receiver.received.length = 0;
    receiver.respond = accept;
  };
  const assertDeclared = (id: string, status: number, body: unknown) => {
    const api = portal.context.apis.get('platform');
    const operation = api?.operations.find((candidate) => candidate.id === id);
    const content = Object.values(operation?.responses[String(status)]?.content ?? {})[0];
    assert.ok(api && content?.schema, `${id} declares no body for ${status}`);
    assert.deepEqual(api.validator.response(content.schema, body), [], `${id}: ${JSON.stringify(body)}`);
  };

  test('what was not sent is in the log with the reason; what a pause holds back goes out after it', async () => {
    await fresh();
    const { id } = await workspace.endpoint(receiver.url);
    await workspace.call(`PATCH /webhook_endpoints/${id}`, { status: 'paused' });
    await workspace.issue();
    const [held] = await workspace.deliveries();
    assert.deepEqual([held.status, held.held, held.next_attempt_at], ['pending', 'paused', null]);
    const [skipped] = await workspace.deliveries('type=operation_processing');
    assert.deepEqual([skipped.status, skipped.reason], ['skipped', 'type_not_selected']);
    assert.equal((await workspace.call(`POST /webhook_endpoints/${id}/test_events`)).status, 409);
    assert.equal((await workspace.call(`POST /deliveries/${held.id}/resends`)).status, 409);
    assert.equal(receiver.received.length, 0);
    await workspace.call(`PATCH /webhook_endpoints/${id}`, { status: 'active' });
    await until(
      () => workspace.deliveries(),
      ([one]) => one.status === 'delivered',
    );
    await workspace.call(`DELETE /webhook_endpoints/${id}`);
    const { body: kept } = await workspace.call(`GET /deliveries/${held.id}`);
    assert.equal(kept.status, 'delivered', 'the log outlives the endpoint');
    assert.equal((await workspace.call(`POST /deliveries/${held.id}/resends`)).status, 409);
  });

  test('deleting an endpoint gives up what waits for it', async () => {
    await fresh();
    receiver.respond = answering(500);
    const { id } = await workspace.endpoint(receiver.url);
    await workspace.issue();
    await until(
      () => workspace.deliveries(),
      ([one]) => one?.next_attempt_at && one.attempt_count === 1,
    );
    await workspace.call(`DELETE /webhook_endpoints/${id}`);
    const [one] = await workspace.deliveries();
    assert.deepEqual([one.status, one.reason, one.next_attempt_at], ['failed', 'endpoint_deleted', null]);
  });

  test('one delivery is sent again, and all that failed since a time, with the same id and body', async () => {
    await fresh();
    const { id } = await workspace.endpoint(receiver.url);
    await workspace.issue();
    const [first] = await until(
      () => workspace.deliveries(),
      ([one]) => one?.status === 'delivered',
    );
    const resent = await workspace.call(`POST /deliveries/${first.id}/resends`);
    assert.equal(resent.status, 202);
    assertDeclared('resendDelivery', 202, resent.body);
    await until(
      () => workspace.delivery(first.id),
      ({ attempts, status }) => attempts.length === 2 && status === 'delivered',
    );
    const [one, two] = receiver.received;
    assert.deepEqual([one?.headers['webhook-id'], one?.body], [two?.headers['webhook-id'], two?.body]);

    receiver.respond = answering(500);
    for (let count = 0; count < 3; count++) await workspace.issue();
    await until(
      () => workspace.deliveries('status=pending&type=document_processing'),
      (all) => all.length === 3 && all.every(({ attempt_count }) => attempt_count === 1),
    );
    await workspace.advance(60 * 3600);
    await until(
      () => workspace.deliveries('status=failed'),
      ({ length }) => length === 3,
      30,
    );
    receiver.respond = accept;
    await workspace.call(`PATCH /webhook_endpoints/${id}`, { status: 'active' });
    const later = await workspace.call('POST /delivery_resends', {
      since: new Date(Date.now() + 59 * 3_600_000).toISOString(),
    });
    assert.deepEqual([later.status, later.body], [202, { count: 0 }]);
    const all = await workspace.call('POST /delivery_resends', { since: '2020-01-01T00:00:00-03:00', endpoint_id: id });
    assertDeclared('resendDeliveries', 202, all.body);
    assert.deepEqual(all.body, { count: 3 });
    await until(
      () => workspace.deliveries(),
      (every) => every.every(({ status }) => status === 'delivered'),
    );
    const { status, body } = await workspace.call('POST /delivery_resends', {
      since: '2020-01-01T00:00:00Z',
      endpoint_id: `whe_${none}`,
    });
    assert.deepEqual([status, body.errors[0].pointer], [422, '#/endpoint_id']);
  });

  test('the log is searched on the server by all that it shows, in pages, either way round', async () => {
    await fresh();
    const { id } = await workspace.endpoint(receiver.url);
    const issued = [];
    for (let count = 0; count < 5; count++) issued.push(await workspace.issue());
    const whole = await until(
      () => workspace.deliveries('api=notas'),
      (all) => all.length === 10 && all.every(({ status }) => status !== 'pending'),
    );
    for (const delivery of whole)
      assertDeclared('listDeliveries', 200, { data: [delivery], has_more: false, next_cursor: null });
    const first = issued[0]?.body;
    const requestId = issued[0]?.headers['x-request-id'];
    for (const [query, count] of [
      ['type=document_processing', 5],
      ['api=gestor', 0],
      ['status=skipped', 5],
      ['status=delivered', 5],
      [`endpoint_id=${id}`, 10],
      [`endpoint_id=whe_${none}`, 0],
      [`record_id=${first.id}`, 2],
      [`request_id=${requestId}`, 2],
      [`event_id=${whole[0].event_id}`, 1],
      [`q=${first.id.toUpperCase()}`, 2],
      ['q=Suporte', 10],
      ['q=suPORte%25', 0],
      ['q=document_processing', 5],
      ['since=2020-01-01T00:00:00Z', 10],
      ['until=2020-01-01T00:00:00Z', 0],
      [`record_id=${first.id}&status=delivered`, 1],
    ] as const)
      assert.equal((await workspace.deliveries(query)).length, count, query);
    for (const [query, count] of [
      [`request_id=${requestId}`, 2],
      [`record_id=${first.id}`, 2],
      ['q=document_processing', 5],
      ['until=2020-01-01T00:00:00Z', 0],
    ] as const)
      assert.equal((await workspace.call(`GET /events?${query}`)).body.data.length, count, query);

    for (const [order, expected] of [
      ['desc', whole],
      ['asc', whole.toReversed()],
    ] as const) {
      const seen: string[] = [];
      for (let cursor = ''; ; ) {
        const { body } = await workspace.call(
          `GET /deliveries?api=notas&order=${order}&limit=3${cursor && `&cursor=${cursor}`}`,
        );
        seen.push(...body.data.map((one: { id: string }) => one.id));
        if (!body.next_cursor) break;
        cursor = body.next_cursor;
        const turned = await workspace.call(
          `GET /deliveries?limit=3&cursor=${cursor}&order=${order === 'asc' ? 'desc' : 'asc'}`,
        );
        assert.equal(turned.status, 422, 'a cursor of the other order is refused');
      }
      assert.deepEqual(
        seen,
        expected.map((one) => one.id),
      );
    }
    for (const query of ['status=lost', 'since=yesterday', 'q=', 'limit=0', 'order=up'])
      assert.equal((await workspace.call(`GET /deliveries?${query}`)).status, 422, query);
    assertDeclared('getDelivery', 200, await workspace.delivery(whole[0].id));
  });

  test('nothing of it is another workspace’s, and scopes hold', async () => {
    await fresh();
    const { id } = await workspace.endpoint(receiver.url);
    await workspace.issue();
    const [one] = await workspace.deliveries();
    const { body: inbox } = await workspace.call('POST /inboxes');
    const stranger = await newWebhookWorkspace(portal);
    for (const [request, body] of [
      [`GET /webhook_endpoints/${id}`],
      [`PATCH /webhook_endpoints/${id}`, { description: 'x' }],
      [`DELETE /webhook_endpoints/${id}`],
      [`POST /webhook_endpoints/${id}/secrets`],
      [`POST /webhook_endpoints/${id}/test_events`],
      [`GET /deliveries/${one.id}`],
      [`POST /deliveries/${one.id}/resends`],
      [`GET /inboxes/${inbox.id}`],
      [`PATCH /inboxes/${inbox.id}`, { name: 'x' }],
      [`DELETE /inboxes/${inbox.id}`],
      [`GET /inboxes/${inbox.id}/messages`],
      [`DELETE /inboxes/${inbox.id}/messages`],
      [`GET /inboxes/${inbox.id}/messages/ibm_${none}`],
    ] as const) {
      const { status } = await stranger.call(request, body);
      assert.equal(status, 404, request);
    }
    assert.deepEqual(await stranger.deliveries('api=notas'), []);
    assert.equal((await portal.call('GET /platform/v1/deliveries')).status, 401);
  });

  test('a reset takes the deliveries of its API with the events, and leaves the endpoints', async () => {
    await fresh();
    await workspace.endpoint(receiver.url);
    await workspace.issue();
    await until(
      () => workspace.deliveries(),
      ([one]) => one?.status === 'delivered',
    );
    await workspace.call('POST /workspace/reset', { api: 'notas' });
    assert.deepEqual(await workspace.deliveries('api=notas'), []);
    assert.equal((await workspace.call('GET /webhook_endpoints')).body.data.length, 1);
  });

  test('events and deliveries that are too old go, by the workspace’s clock; what still waits stays', async () => {
    await fresh();
    const { id } = await workspace.endpoint(receiver.url);
    await workspace.issue();
    await until(
      () => workspace.deliveries(),
      ([one]) => one?.status === 'delivered',
    );
    await workspace.call(`PATCH /webhook_endpoints/${id}`, { status: 'paused' });
    await workspace.issue();
    await removeOldEvents(portal.context.db, new Date(), 30);
    assert.equal((await workspace.deliveries()).length, 2);
    await workspace.advance(31 * 86_400);
    await removeOldEvents(portal.context.db, new Date(), 30);
    const left = await workspace.deliveries();
    assert.deepEqual(
      left.map(({ status }) => status),
      ['pending'],
    );
    assert.equal((await workspace.call('GET /events?type=document_processing')).body.data.length, 1);
  });
});
