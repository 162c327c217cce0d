import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import { newWebhookWorkspace, startDeliveringPortal } from '../../testing/webhook-workspace.ts';

describeOnDatabases('the pace of an inbox', (open) => {
  test('more requests than it accepts in a minute are 429 with Retry-After, and not stored; others go on', async () => {
    const clock = { at: Date.now() };
    const now = () => new Date(clock.at);
    const portal = await startDeliveringPortal({ open, now, env: { INBOX_REQUESTS_PER_MINUTE: '3' } });
    try {
      const workspace = await newWebhookWorkspace(portal);
      const ids = [await workspace.call('POST /inboxes', {}), await workspace.call('POST /inboxes', {})].map(
        ({ body }) => body.id,
      );
      const send = (id: string) => portal.call(`POST /inbox/${id}`, { body: {} });
      for (let count = 0; count < 3; count++) assert.equal((await send(ids[0])).status, 200);
      const { status, headers } = await send(ids[0]);
      assert.equal(status, 429);
      assert.ok(Number(headers['retry-after']) >= 1 && Number(headers['retry-after']) <= 60);
      assert.equal((await workspace.call(`GET /inboxes/${ids[0]}`)).body.message_count, 3);
      assert.equal((await send(ids[1])).status, 200);
      clock.at += 61_000;
      assert.equal((await send(ids[0])).status, 200);
    } finally {
      await portal.close();
    }
  });
});
