import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { accept, type Receiver, startReceiver } from '../testing/receiver.ts';
import { describeOnDatabases, type TestDatabase } from '../testing/test-databases.ts';
import type { TestPortal } from '../testing/test-portal.ts';
import { temporaryFolder } from '../testing/test-specs.ts';
import {
  newWebhookWorkspace,
  startDeliveringPortal,
  until,
  type WebhookWorkspace,
} from '../testing/webhook-workspace.ts';

describeOnDatabases('several servers on one database', (open) => {
  let database: TestDatabase;
  let portals: TestPortal[];
  let receiver: Receiver;
  let workspace: WebhookWorkspace;
  before(async () => {
    database = await open();
    receiver = await startReceiver();
    const KEY_PEPPERS = `1:${Buffer.alloc(32, 7).toString('base64')}`;
    portals = [];
    for (let count = 0; count < 3; count++) {
      const db = count === 0 ? database.db : await database.reopen();
      const beside = async () => ({ ...database, db, close: async () => {} });
      portals.push(await startDeliveringPortal({ open: beside, env: { KEY_PEPPERS, DATA_DIR: temporaryFolder() } }));
    }
    await Promise.all(portals.map(({ app }) => app.ready()));
    workspace = await newWebhookWorkspace(portals[0] as TestPortal);
  });
  after(async () => {
    for (const { app } of portals) await app.close();
    await receiver.close();
    await database.close();
  });

  test('share the work, and never send what another has claimed', async () => {
    receiver.respond = async (request, response, received) => {
      await wait(15);
      return accept(request, response, received);
    };
    await workspace.endpoint(receiver.url);
    await Promise.all(Array.from({ length: 60 }, () => workspace.issue()));
    const all = await until(
      () => workspace.deliveries(),
      (every) => every.length === 60 && every.every(({ status }) => status === 'delivered'),
      30,
    );
    assert.ok(all.every(({ attempt_count }) => attempt_count === 1));
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    assert.deepEqual([ids.length, new Set(ids).size], [60, 60]);
  });

  test('take over the deliveries of a server that stopped', async () => {
    receiver.received.length = 0;
    const { body } = await workspace.call('GET /webhook_endpoints');
    await workspace.call(`PATCH /webhook_endpoints/${body.data[0].id}`, { status: 'paused' });
    for (let count = 0; count < 5; count++) await workspace.issue();
    await portals[0]?.context.webhooks.stop();
    await portals[1]?.context.webhooks.stop();
    await workspace.call(`PATCH /webhook_endpoints/${body.data[0].id}`, { status: 'active' });
    await until(
      () => receiver.received,
      ({ length }) => length === 5,
    );
  });
});
