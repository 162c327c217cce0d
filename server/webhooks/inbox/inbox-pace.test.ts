import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertPlatformDeclares } from '../../testing/assert-declared.ts';
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
      const { status, headers, body } = await send(ids[0]);
      assert.equal(status, 429);
      assert.equal(headers['content-type'], 'application/problem+json; charset=UTF-8');
      assertPlatformDeclares(portal, 'createInbox', { status, body });
      assert.deepEqual([body.code, body.request_id], ['too_many_requests', headers['x-request-id']]);
      assert.match(body.detail, /aceita 3 requisições por minuto. Espere \d+ s/);
      const english = await portal.call(`POST /inbox/${ids[0]}`, { body: {}, headers: { 'accept-language': 'en' } });
      assert.match(english.body.detail, /accepts 3 requests a minute. Wait \d+ s/);
      const none = await send(`inb_${'0'.repeat(32)}`);
      assert.deepEqual([none.status, none.body.code], [404, 'not_found']);
      assert.match(none.body.detail, /Crie outra/);
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
