import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { followStream } from '../../testing/follow-stream.ts';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';
import { until } from '../../testing/webhook-workspace.ts';

describeOnDatabases('Requests, live', (open) => {
  let portal: TestPortal;
  let key: string;
  let url: string;
  before(async () => {
    portal = await startTestPortal({ open });
    key = await portal.guest();
    url = `${await portal.app.listen({ port: 0, host: '127.0.0.1' })}/platform/v1/requests/stream`;
  });
  after(() => portal.close());

  test('arrive within two seconds of their answers, and continue where a client has stopped', async () => {
    const { received, stop } = await followStream(`${url}?target=sandbox`, key);
    const made = await portal.call('GET /sandbox/crm/v2/usuarios', { key });
    await portal.call('GET /platform/v1/workspace', { key });
    const refused = await portal.call('GET /sandbox/crm/v2/nothing', { key });
    await until(
      () => received,
      ({ length }) => length === 2,
    );
    assert.deepEqual(
      received.map(({ event, data }) => [event, data.id, data.status]),
      [
        ['request', made.headers['x-request-id'], 200],
        ['request', refused.headers['x-request-id'], 404],
      ],
    );
    stop();
    const later = await followStream(`${url}?target=sandbox`, key, { 'last-event-id': received[0]?.id ?? '' });
    await until(
      () => later.received,
      ({ length }) => length === 1,
    );
    assert.equal(later.received[0]?.data.id, refused.headers['x-request-id']);
    later.stop();
  });

  test('are those of the own workspace alone', async () => {
    const stranger = await followStream(url, await portal.guest());
    await portal.call('GET /sandbox/crm/v2/usuarios', { key });
    await portal.context.activity.flush();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.deepEqual(
      stranger.received.filter(({ data }) => data.api === 'crm'),
      [],
    );
    stranger.stop();
  });
});
