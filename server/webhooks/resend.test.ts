import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertPlatformDeclares } from '../testing/assert-declared.ts';
import { freshWorkspace } from '../testing/deliveries.ts';
import { accept, answering, type Receiver, startReceiver } from '../testing/receiver.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import type { TestPortal } from '../testing/test-portal.ts';
import { startDeliveringPortal, until, type WebhookWorkspace } from '../testing/webhook-workspace.ts';

const none = '00000000000000000000000000000000';

describeOnDatabases('resending deliveries (dialects.md 5, notification: replay)', (open) => {
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
  const assertDeclared = (id: string, status: number, body: unknown) =>
    assertPlatformDeclares(portal, id, { status, body });

  test('one delivery is resent, and all that failed since a time, with the same id and body', async () => {
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
});
