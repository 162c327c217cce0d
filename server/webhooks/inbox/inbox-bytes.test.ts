import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import { newWebhookWorkspace, startDeliveringPortal } from '../../testing/webhook-workspace.ts';

describeOnDatabases('the bytes of an inbox', (open) => {
  test('retains no more than so many bytes: the oldest messages go first, however large the newest is', async () => {
    const small = await startDeliveringPortal({ open, env: { INBOX_MIB: '1' } });
    try {
      const { call } = await newWebhookWorkspace(small);
      const { body: inbox } = await call('POST /inboxes');
      const put = (text: string) => small.call(`POST /inbox/${inbox.id}`, { body: text });
      const kept = async () => (await call(`GET /inboxes/${inbox.id}`)).body.message_count;
      // Each is stored with 64 KiB, and some headers.
      for (let count = 0; count < 15; count++) await put(JSON.stringify('x'.repeat(70_000)));
      assert.equal(await kept(), 15);
      await Promise.all(Array.from({ length: 5 }, () => put(JSON.stringify('y'.repeat(70_000)))));
      assert.equal(await kept(), 15);
      for (let count = 0; count < 50; count++) await put('"small"');
      const { body } = await call(`GET /inboxes/${inbox.id}/messages?limit=100`);
      assert.equal(body.data.filter(({ body }: { body: string }) => body === '"small"').length, 50);
      const stored = await small.context.db.selectFrom('inbox').select('stored_bytes').executeTakeFirstOrThrow();
      const rows = await small.context.db.selectFrom('inbox_message').selectAll().execute();
      const bytes = rows.flatMap(({ query, headers, body }) => [query, headers, body]).join('');
      assert.equal(stored.stored_bytes, Buffer.byteLength(bytes));
      assert.ok(stored.stored_bytes <= 2 ** 20 && stored.stored_bytes > 2 ** 20 - 66_000, String(stored.stored_bytes));
      await call(`DELETE /inboxes/${inbox.id}/messages`);
      assert.equal(
        (await small.context.db.selectFrom('inbox').select('stored_bytes').executeTakeFirst())?.stored_bytes,
        0,
      );
    } finally {
      await small.close();
    }
  });
});
