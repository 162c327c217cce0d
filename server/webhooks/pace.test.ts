import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { accept, answering, startReceiver } from '../testing/receiver.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import {
  newWebhookWorkspace,
  startDeliveringPortal,
  until,
  type WebhookWorkspace,
} from '../testing/webhook-workspace.ts';

/** Longer than a poll, by which whatever may be sent has been claimed. */
const pollMs = 1200;

describeOnDatabases('the pace of webhooks', (open) => {
  async function start(env: Record<string, string>) {
    const clock = { at: Date.now() };
    const portal = await startDeliveringPortal({ open, env, now: () => new Date(clock.at) });
    const receiver = await startReceiver();
    const close = async () => {
      await portal.close();
      await receiver.close();
    };
    /** Waits for a number of requests, and that no more come at this time. */
    const receives = async (count: number) => {
      await until(
        () => receiver.received.length,
        (received) => received >= count,
      );
      await wait(pollMs);
      assert.equal(receiver.received.length, count);
    };
    /** Expects that held deliveries and their endpoints say why, and until when, some milliseconds from now. */
    const tells = async (workspace: WebhookWorkspace, held: string, within: number) => {
      const waiting = (await workspace.deliveries('status=pending&type=document_processing')).filter(
        ({ attempt_count }) => attempt_count === 0,
      );
      assert.ok(waiting.length > 0 && waiting.every((one) => one.held === held), JSON.stringify(waiting));
      for (const { endpoint_id } of waiting) {
        const { body } = await workspace.call(`GET /webhook_endpoints/${endpoint_id}`);
        assert.equal(body.held, held);
        const wait = Date.parse(body.held_until) - clock.at;
        assert.ok(wait >= 0 && wait <= within, String(wait));
      }
    };
    return { clock, portal, receiver, receives, tells, close };
  }

  test('a host gets no more than its pace from all endpoints and workspaces, also when their clocks move, and loses nothing', async () => {
    const { clock, portal, receiver, receives, tells, close } = await start({
      DELIVERIES_PER_SECOND_AND_HOST: '5',
      GUEST_UNCONFIRMED_ATTEMPTS: '0',
    });
    try {
      receiver.respond = answering(500);
      // The address is allowed, the name is not: it is a host like any outside.
      const { port } = new URL(receiver.url);
      const workspaces = [await newWebhookWorkspace(portal), await newWebhookWorkspace(portal)];
      const hosts = ['localhost', 'LOCALHOST', 'localhost.'];
      for (const workspace of workspaces) {
        for (let count = 0; count < 6; count++)
          await workspace.endpoint(`http://${hosts[count % 3]}:${port}/hook/${count}`);
        await workspace.issue();
      }
      await receives(5);
      await tells(workspaces[1] as WebhookWorkspace, 'host_pace', 1000);
      clock.at += 1000;
      await receives(10);
      clock.at += 1000;
      await receives(12);
      for (const workspace of workspaces) await workspace.advance(3600);
      await receives(15);
      clock.at += 1000;
      await receives(20);
      receiver.respond = accept;
      for (const workspace of workspaces)
        await until(
          () => {
            clock.at += 500;
            return workspace.deliveries();
          },
          (all) => all.length === 6 && all.every(({ status }) => status === 'delivered'),
          60,
        );
    } finally {
      await close();
    }
  });

  test('a workspace sends no more in a minute than it may, wherever it sends', async () => {
    const { clock, portal, receiver, receives, tells, close } = await start({ GUEST_DELIVERIES_PER_MINUTE: '3' });
    try {
      const workspace = await newWebhookWorkspace(portal);
      for (let count = 0; count < 5; count++) await workspace.endpoint(`${receiver.url}/${count}`);
      await workspace.issue();
      await receives(3);
      await tells(workspace, 'workspace_pace', 20_000);
      clock.at += 20_000;
      await receives(4);
      await (await newWebhookWorkspace(portal)).endpoint(receiver.url);
      clock.at += 20_000;
      await receives(5);
    } finally {
      await close();
    }
  });
});
