import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { accept, answering, startReceiver } from '../testing/receiver.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import type { TestPortal } from '../testing/test-portal.ts';
import { temporaryFolder } from '../testing/test-specs.ts';
import {
  newWebhookWorkspace,
  startDeliveringPortal,
  until,
  type WebhookWorkspace,
} from '../testing/webhook-workspace.ts';

/** Longer than a poll, by which whatever may be sent has been claimed. */
const pollMs = 1200;

describeOnDatabases('the turns at a scarce pace', (open) => {
  /** Servers on one database, whose clock the test moves; a host outside gets five webhooks a second from them. */
  async function start(servers: number) {
    const clock = { at: Date.now() };
    const database = await open();
    const receiver = await startReceiver();
    const KEY_PEPPERS = `1:${Buffer.alloc(32, 7).toString('base64')}`;
    const portals: TestPortal[] = [];
    for (let count = 0; count < servers; count++) {
      const db = count === 0 ? database.db : await database.reopen();
      portals.push(
        await startDeliveringPortal({
          open: async () => ({ ...database, db, close: async () => {} }),
          env: {
            KEY_PEPPERS,
            DATA_DIR: temporaryFolder(),
            DELIVERIES_PER_SECOND_AND_HOST: '5',
            GUEST_UNCONFIRMED_ATTEMPTS: '0',
          },
          now: () => new Date(clock.at),
        }),
      );
    }
    await Promise.all(portals.map(({ app }) => app.ready()));
    const { port } = new URL(receiver.url);
    return {
      receiver,
      url: (path: string) => `http://localhost:${port}/${path}`,
      newWorkspace: () => newWebhookWorkspace(portals[0] as TestPortal),
      /** How many requests a path has received. */
      count: (path: string) => receiver.received.filter((one) => one.path === `/${path}`).length,
      /** Lets a second pass, for which five requests more are expected. */
      second: async () => {
        const before = receiver.received.length;
        clock.at += 1000;
        await until(
          () => receiver.received.length,
          (received) => received >= before + 5,
        );
        await wait(pollMs);
        assert.equal(receiver.received.length, before + 5);
      },
      receives: (count: number) =>
        until(
          () => receiver.received.length,
          (received) => received === count,
        ),
      close: async () => {
        for (const { app } of portals) await app.close();
        await receiver.close();
        await database.close();
      },
    };
  }

  const issue = async (workspace: WebhookWorkspace, count: number) => {
    for (let index = 0; index < count; index++) await workspace.issue();
  };

  test('a workspace with few deliveries does not wait for one with many, nor an endpoint for another of its workspace', async () => {
    const { url, newWorkspace, count, second, receives, close } = await start(1);
    try {
      const [many, few] = [await newWorkspace(), await newWorkspace()];
      await many.endpoint(url('many'));
      await issue(many, 40);
      await receives(5);
      await few.endpoint(url('few'));
      await few.issue();
      await many.endpoint(url('sibling'), { event_types: ['platform:webhook_test'] });
      const { body } = await many.call('GET /webhook_endpoints');
      const sibling = body.data.find(({ url }: { url: string }) => url.endsWith('sibling'));
      await many.call(`POST /webhook_endpoints/${sibling.id}/test_events`);
      // They ask for their turn while nothing is free.
      await wait(pollMs);
      await second();
      assert.deepEqual([count('few'), count('sibling'), count('many')], [1, 1, 8]);
    } finally {
      await close();
    }
  });

  test('workspaces that all have many get the same, on two servers as well, however many endpoints one has', async () => {
    const { receiver, url, newWorkspace, count, second, receives, close } = await start(2);
    try {
      receiver.respond = answering(500);
      const workspaces = [await newWorkspace(), await newWorkspace(), await newWorkspace()];
      for (const [index, workspace] of workspaces.entries()) {
        await workspace.endpoint(url(`w${index}`));
        for (let more = 0; more < (index === 0 ? 7 : 0); more++) await workspace.endpoint(url('w0'));
      }
      receiver.respond = accept;
      await Promise.all(workspaces.map((workspace, index) => issue(workspace, index === 0 ? 10 : 40)));
      await receives(5);
      const before = [0, 1, 2].map((index) => count(`w${index}`));
      for (let seconds = 0; seconds < 12; seconds++) await second();
      const got = [0, 1, 2].map((index) => count(`w${index}`) - (before[index] as number));
      assert.ok(
        got.every((one) => one >= 14 && one <= 26),
        `60 were sent: ${got}`,
      );
    } finally {
      await close();
    }
  });
});
