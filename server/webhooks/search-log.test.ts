import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { WebhookSuite } from '../testing/webhook-suite.ts';
import { until } from '../testing/webhook-workspace.ts';

const none = '00000000000000000000000000000000';

describeOnDatabases('searching the log of deliveries (dialects.md 5, notification: every attempt)', (open) => {
  const suite = new WebhookSuite(open);

  test('the log is searched on the server by every field that it shows, in pages, in both directions', async () => {
    await suite.fresh();
    const { id } = await suite.workspace.endpoint(suite.receiver.url);
    const issued = [];
    for (let count = 0; count < 5; count++) issued.push(await suite.workspace.issue());
    const whole = await until(
      () => suite.workspace.deliveries('api=notas'),
      (all) => all.length === 10 && all.every(({ status }) => status !== 'pending'),
    );
    for (const delivery of whole)
      suite.assertDeclared('listDeliveries', 200, { data: [delivery], has_more: false, next_cursor: null });
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
      ['q=Suporte', 5],
      ['q=suPORte%25', 0],
      ['q=document_processing', 5],
      ['since=2020-01-01T00:00:00Z', 10],
      ['until=2020-01-01T00:00:00Z', 0],
      [`record_id=${first.id}&status=delivered`, 1],
    ] as const)
      assert.equal((await suite.workspace.deliveries(query)).length, count, query);
    for (const [query, count] of [
      [`request_id=${requestId}`, 2],
      [`record_id=${first.id}`, 2],
      ['q=document_processing', 5],
      ['until=2020-01-01T00:00:00Z', 0],
    ] as const)
      assert.equal((await suite.workspace.call(`GET /events?${query}`)).body.data.length, count, query);

    for (const [order, expected] of [
      ['desc', whole],
      ['asc', whole.toReversed()],
    ] as const) {
      const seen: string[] = [];
      for (let cursor = ''; ; ) {
        const { body } = await suite.workspace.call(
          `GET /deliveries?api=notas&order=${order}&limit=3${cursor && `&cursor=${cursor}`}`,
        );
        seen.push(...body.data.map((one: { id: string }) => one.id));
        if (!body.next_cursor) break;
        cursor = body.next_cursor;
        const turned = await suite.workspace.call(
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
      assert.equal((await suite.workspace.call(`GET /deliveries?${query}`)).status, 422, query);
    suite.assertDeclared('getDelivery', 200, await suite.workspace.delivery(whole[0].id));
  });
});
