import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { assertPlatformDeclares } from '../testing/assert-declared.ts';
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
const tenMinutes = 600_000;

describeOnDatabases('a host that has not confirmed that it wants webhooks', (open) => {
  async function start(env: Record<string, string> = {}) {
    const clock = { at: Date.now() };
    const portal = await startDeliveringPortal({ open, env, now: () => new Date(clock.at) });
    const receiver = await startReceiver(answering(404));
    // The address is allowed, the names are not: they are hosts like any outside.
    const { port } = new URL(receiver.url);
    return {
      clock,
      portal,
      receiver,
      url: (path: string, host = 'localhost') => `http://${host}:${port}/${path}`,
      newWorkspace: () => newWebhookWorkspace(portal),
      /** Waits for a number of requests, and that no more come at this time. */
      receives: async (count: number) => {
        await until(
          () => receiver.received.length,
          (received) => received >= count,
        );
        await wait(pollMs);
        assert.equal(receiver.received.length, count);
      },
      close: async () => {
        await portal.close();
        await receiver.close();
      },
    };
  }

  const shown = async (workspace: WebhookWorkspace, id: string) =>
    (await workspace.call(`GET /webhook_endpoints/${id}`)).body;

  test('gets three attempts from all guests, then one in ten minutes, also when clocks move; and the portal says why', async () => {
    const { clock, portal, receives, url, newWorkspace, close } = await start();
    try {
      const workspaces = [await newWorkspace(), await newWorkspace(), await newWorkspace()];
      const ids: string[] = [];
      for (const workspace of workspaces) {
        for (const path of ['a', 'b', 'c?d=1']) ids.push((await workspace.endpoint(url(path))).id);
        await workspace.issue();
        await workspace.issue();
      }
      await receives(3);
      for (const workspace of workspaces) await workspace.advance(3600);
      await receives(3);
      const [last] = workspaces.slice(-1) as [WebhookWorkspace];
      const held = (await last.deliveries()).find(({ attempt_count }) => attempt_count === 0);
      assert.equal(held.held, 'unconfirmed');
      assertPlatformDeclares(portal, 'listDeliveries', {
        status: 200,
        body: { data: [held], has_more: false, next_cursor: null },
      });
      const endpoint = await shown(last, held.endpoint_id);
      assertPlatformDeclares(portal, 'getWebhookEndpoint', { status: 200, body: endpoint });
      assert.deepEqual([endpoint.confirmed_at, endpoint.held], [null, 'unconfirmed']);
      const waits = Date.parse(endpoint.held_until) - clock.at;
      assert.ok(waits > 0 && waits <= tenMinutes, String(waits));
      assert.equal(Date.parse(held.next_attempt_at) - 3_600_000, Date.parse(endpoint.held_until));
      clock.at += tenMinutes;
      await receives(4);
      await receives(4);
      clock.at += tenMinutes;
      await receives(5);
    } finally {
      await close();
    }
  });

  test('gets everything once it has answered 2xx, and again has to when the URL changes or the endpoint was disabled', async () => {
    const { clock, receiver, receives, url, newWorkspace, close } = await start();
    try {
      const workspace = await newWorkspace();
      const { id } = await workspace.endpoint(url('a'));
      for (let count = 0; count < 8; count++) await workspace.issue();
      await receives(3);
      receiver.respond = accept;
      clock.at += tenMinutes;
      await receives(11);
      const confirmed = await shown(workspace, id);
      assert.ok(Date.parse(confirmed.confirmed_at) >= clock.at, confirmed.confirmed_at);
      assert.deepEqual([confirmed.held, confirmed.held_until], [null, null]);

      receiver.respond = answering(500);
      await workspace.call(`PATCH /webhook_endpoints/${id}`, { url: url('a'), description: 'The same URL' });
      assert.equal((await shown(workspace, id)).confirmed_at, confirmed.confirmed_at);
      await workspace.call(`PATCH /webhook_endpoints/${id}`, { url: url('b') });
      assert.equal((await shown(workspace, id)).confirmed_at, null);
      for (let count = 0; count < 6; count++) await workspace.issue();
      // Of the host's three attempts two have failed, and each comes back after ten minutes.
      await receives(12);

      receiver.respond = accept;
      clock.at += tenMinutes;
      await until(
        () => shown(workspace, id),
        ({ confirmed_at }) => confirmed_at !== null,
      );
      receiver.respond = answering(410);
      await workspace.issue();
      const gone = await until(
        () => shown(workspace, id),
        ({ status }) => status === 'disabled',
      );
      assert.equal(gone.confirmed_at, null);
    } finally {
      await close();
    }
  });

  test('loses nothing by confirming: twenty endpoints that answer 2xx at once get their deliveries without a wait', async () => {
    const { receiver, receives, url, newWorkspace, close } = await start();
    try {
      const workspace = await newWorkspace();
      receiver.respond = accept;
      for (let count = 0; count < 20; count++) await workspace.endpoint(url(String(count)));
      await workspace.issue();
      await receives(20);
    } finally {
      await close();
    }
  });

  test('does not answer for another workspace, nor for another URL', async () => {
    const { receiver, receives, url, newWorkspace, close } = await start();
    try {
      receiver.respond = (request, response) => response.writeHead(request.url === '/mine' ? 200 : 404).end();
      const owner = await newWorkspace();
      await owner.endpoint(url('mine'));
      for (let count = 0; count < 5; count++) await owner.issue();
      await receives(5);
      const stranger = await newWorkspace();
      await stranger.endpoint(url('mine'));
      await stranger.issue();
      // Before the others can use up the attempts of the host.
      await receives(6);
      for (const path of ['1', '2']) await stranger.endpoint(url(path));
      for (let count = 0; count < 9; count++) await stranger.issue();
      await until(
        () => receiver.received.filter(({ path }) => path === '/mine').length,
        (count) => count === 15,
      );
      await wait(pollMs);
      assert.equal(receiver.received.filter(({ path }) => path !== '/mine').length, 3);
    } finally {
      await close();
    }
  });

  test('gets ten times as many by all the names that lead to its IP address', async () => {
    const { clock, portal, receiver, url, newWorkspace, close } = await start({
      GUEST_UNCONFIRMED_ATTEMPTS: '1',
      TEAM_UNCONFIRMED_ATTEMPTS: '0',
    });
    try {
      const workspace = await newWorkspace();
      for (let count = 0; count < 15; count++) await workspace.endpoint(url('hook', `host-${count}.localhost`));
      await workspace.issue();
      const attempted = await until(
        () => workspace.deliveries(),
        (all) => all.every(({ last_error }) => last_error !== null),
      );
      assert.equal(receiver.received.length, 10);
      const unsent = attempted.filter(({ last_error }) => last_error === 'unconfirmed_address');
      assert.equal(unsent.length, 5);
      const whole = await workspace.delivery(unsent[0].id);
      assertPlatformDeclares(portal, 'getDelivery', { status: 200, body: whole });
      assert.match(whole.attempts[0].error.detail, /127\.0\.0\.1 .*one a minute/);
      receiver.respond = accept;
      for (let rounds = 0; rounds < 3; rounds++) {
        clock.at += tenMinutes;
        await wait(pollMs);
      }
      await until(
        () => workspace.deliveries(),
        (all) => all.every(({ status }) => status === 'delivered'),
      );
    } finally {
      await close();
    }
  });
});
