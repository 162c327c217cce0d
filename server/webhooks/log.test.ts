import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answering } from '../testing/receiver.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { WebhookSuite } from '../testing/webhook-suite.ts';
import { newWebhookWorkspace, until } from '../testing/webhook-workspace.ts';
import { removeOldEvents } from './retention.ts';

const none = '00000000000000000000000000000000';

describeOnDatabases('the log of deliveries (dialects.md 5, notification: every attempt, replay)', (open) => {
  const suite = new WebhookSuite(open);

  test('skipped deliveries are in the log with the reason; those held by a pause are sent after it', async () => {
    await suite.fresh();
    const { id } = await suite.workspace.endpoint(suite.receiver.url);
    await suite.workspace.call(`PATCH /webhook_endpoints/${id}`, { status: 'paused' });
    await suite.workspace.issue();
    const [held] = await suite.workspace.deliveries();
    assert.deepEqual([held.status, held.held, held.next_attempt_at], ['pending', 'paused', null]);
    const [skipped] = await suite.workspace.deliveries('type=operation_processing');
    assert.deepEqual([skipped.status, skipped.reason], ['skipped', 'type_not_selected']);
    assert.equal((await suite.workspace.call(`POST /webhook_endpoints/${id}/test_events`)).status, 409);
    assert.equal((await suite.workspace.call(`POST /deliveries/${held.id}/resends`)).status, 409);
    assert.equal(suite.receiver.received.length, 0);
    await suite.workspace.call(`PATCH /webhook_endpoints/${id}`, { status: 'active' });
    await until(
      () => suite.workspace.deliveries(),
      ([one]) => one.status === 'delivered',
    );
    await suite.workspace.call(`DELETE /webhook_endpoints/${id}`);
    const { body: logged } = await suite.workspace.call(`GET /deliveries/${held.id}`);
    assert.equal(logged.status, 'delivered', 'the log outlives the endpoint');
    assert.equal((await suite.workspace.call(`POST /deliveries/${held.id}/resends`)).status, 409);
  });

  test('deleting an endpoint gives up its waiting deliveries', async () => {
    await suite.fresh();
    suite.receiver.respond = answering(500);
    const { id } = await suite.workspace.endpoint(suite.receiver.url);
    await suite.workspace.issue();
    await until(
      () => suite.workspace.deliveries(),
      ([one]) => one?.next_attempt_at && one.attempt_count === 1,
    );
    await suite.workspace.call(`DELETE /webhook_endpoints/${id}`);
    const [one] = await suite.workspace.deliveries();
    assert.deepEqual([one.status, one.reason, one.next_attempt_at], ['failed', 'endpoint_deleted', null]);
  });

  test('it is invisible to other workspaces, and scopes apply', async () => {
    await suite.fresh();
    const { id } = await suite.workspace.endpoint(suite.receiver.url);
    await suite.workspace.issue();
    const [one] = await suite.workspace.deliveries();
    const { body: inbox } = await suite.workspace.call('POST /inboxes');
    const stranger = await newWebhookWorkspace(suite.portal);
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
    assert.equal((await suite.portal.call('GET /platform/v1/deliveries')).status, 401);
  });

  test('a reset of an API deletes its deliveries and events, but not the endpoints', async () => {
    await suite.fresh();
    await suite.workspace.endpoint(suite.receiver.url);
    await suite.workspace.issue();
    await until(
      () => suite.workspace.deliveries(),
      ([one]) => one?.status === 'delivered',
    );
    await suite.workspace.call('POST /workspace/reset', { api: 'notas' });
    assert.deepEqual(await suite.workspace.deliveries('api=notas'), []);
    assert.equal((await suite.workspace.call('GET /webhook_endpoints')).body.data.length, 1);
  });

  test('old events and deliveries are removed, by the workspace’s clock, unless still waiting', async () => {
    await suite.fresh();
    const { id } = await suite.workspace.endpoint(suite.receiver.url);
    await suite.workspace.issue();
    await until(
      () => suite.workspace.deliveries(),
      ([one]) => one?.status === 'delivered',
    );
    await suite.workspace.call(`PATCH /webhook_endpoints/${id}`, { status: 'paused' });
    await suite.workspace.issue();
    await removeOldEvents(suite.portal.context.db, new Date(), 30);
    assert.equal((await suite.workspace.deliveries()).length, 2);
    await suite.workspace.advance(31 * 86_400);
    await removeOldEvents(suite.portal.context.db, new Date(), 30);
    const left = await suite.workspace.deliveries();
    assert.deepEqual(
      left.map(({ status }) => status),
      ['pending'],
    );
    assert.equal((await suite.workspace.call('GET /events?type=document_processing')).body.data.length, 1);
  });
});
