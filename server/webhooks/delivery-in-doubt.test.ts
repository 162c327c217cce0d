import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DatabaseProxy, LostCommit } from '../testing/database-proxy.ts';
import { withFailingPortal } from '../testing/failing-portal.ts';
import { startReceiver } from '../testing/receiver.ts';
import { newWebhookWorkspace, until } from '../testing/webhook-workspace.ts';

const server = process.env.TEST_DATABASE_URL;

/** What the transactions send to the database. */
const claiming = 'insert into attempt';
const finishing = '"status":"delivered"';

/** Issues an invoice while the database fails; returns the attempts, once its event is delivered, and the ids that were received. */
async function deliver(fail: (proxy: DatabaseProxy) => void): Promise<{ outcomes: string[]; ids: unknown[] }> {
  const receiver = await startReceiver();
  const found = { outcomes: [] as string[], ids: [] as unknown[] };
  const delivering = { env: { WEBHOOK_ALLOWED_HOSTS: '127.0.0.1' } };
  const run = withFailingPortal(
    server as string,
    async ({ portal, proxy }) => {
      await portal.app.ready();
      const workspace = await newWebhookWorkspace(portal);
      await workspace.endpoint(receiver.url);
      fail(proxy);
      assert.equal((await workspace.issue()).status, 201);
      const [delivery] = await until(
        () => workspace.deliveries(),
        (all) => all?.[0]?.status === 'delivered',
      );
      const { attempts } = await workspace.delivery(delivery.id);
      found.outcomes = attempts.map(({ outcome }: { outcome: string }) => outcome).sort();
      found.ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    },
    delivering,
  );
  await run.finally(() => receiver.close());
  return found;
}

describe('a delivery while connections break', { skip: server ? false : 'TEST_DATABASE_URL is not set' }, () => {
  const moments: LostCommit[] = ['before', 'during', 'after'];
  for (const when of moments) {
    test(`its result is stored all the same, and it is sent once: ${when} the COMMIT of the result`, async () => {
      const { outcomes, ids } = await deliver((proxy) => proxy.loseCommit(when, finishing));
      assert.deepEqual([outcomes, ids.length], [['delivered'], 1]);
    });

    test(`it is sent at once, not when its claim expires: ${when} the COMMIT of the claim`, async () => {
      const { outcomes, ids } = await deliver((proxy) => proxy.loseCommit(when, claiming));
      assert.equal(outcomes.at(0), 'delivered');
      assert.equal(ids.length, 1);
    });
  }
});
