import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accept, answering } from '../testing/receiver.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { WebhookSuite } from '../testing/webhook-suite.ts';
import { until } from '../testing/webhook-workspace.ts';

const none = '00000000000000000000000000000000';

describeOnDatabases('resending deliveries (dialects.md 5, notification: replay)', (open) => {
  const suite = new WebhookSuite(open);

  test('one delivery is resent, and all that failed since a time, with the same id and body', async () => {
    await suite.fresh();
    const { id } = await suite.workspace.endpoint(suite.receiver.url);
    await suite.workspace.issue();
    const [first] = await until(
      () => suite.workspace.deliveries(),
      ([one]) => one?.status === 'delivered',
    );
    const resent = await suite.workspace.call(`POST /deliveries/${first.id}/resends`);
    assert.equal(resent.status, 202);
    suite.assertDeclared('resendDelivery', 202, resent.body);
    await until(
      () => suite.workspace.delivery(first.id),
      ({ attempts, status }) => attempts.length === 2 && status === 'delivered',
    );
    const [one, two] = suite.receiver.received;
    assert.deepEqual([one?.headers['webhook-id'], one?.body], [two?.headers['webhook-id'], two?.body]);

    suite.receiver.respond = answering(500);
    for (let count = 0; count < 3; count++) await suite.workspace.issue();
    await until(
      () => suite.workspace.deliveries('status=pending&type=document_processing'),
      (all) => all.length === 3 && all.every(({ attempt_count }) => attempt_count === 1),
    );
    await suite.workspace.advance(60 * 3600);
    await until(
      () => suite.workspace.deliveries('status=failed'),
      ({ length }) => length === 3,
      30,
    );
    suite.receiver.respond = accept;
    await suite.workspace.call(`PATCH /webhook_endpoints/${id}`, { status: 'active' });
    const later = await suite.workspace.call('POST /delivery_resends', {
      since: new Date(Date.now() + 59 * 3_600_000).toISOString(),
    });
    assert.deepEqual([later.status, later.body], [202, { count: 0 }]);
    const all = await suite.workspace.call('POST /delivery_resends', {
      since: '2020-01-01T00:00:00-03:00',
      endpoint_id: id,
    });
    suite.assertDeclared('resendDeliveries', 202, all.body);
    assert.deepEqual(all.body, { count: 3 });
    await until(
      () => suite.workspace.deliveries(),
      (every) => every.every(({ status }) => status === 'delivered'),
    );
    const { status, body } = await suite.workspace.call('POST /delivery_resends', {
      since: '2020-01-01T00:00:00Z',
      endpoint_id: `whe_${none}`,
    });
    assert.deepEqual([status, body.errors[0].pointer], [422, '#/endpoint_id']);
  });
});
