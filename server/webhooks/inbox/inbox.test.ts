import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { freePort } from '../../net/free-port.ts';
import { assertPlatformDeclares } from '../../testing/assert-declared.ts';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import type { TestPortal } from '../../testing/test-portal.ts';
import {
  newWebhookWorkspace,
  startDeliveringPortal,
  until,
  type WebhookWorkspace,
} from '../../testing/webhook-workspace.ts';
import { signatureHeaders } from '../signature.ts';

describeOnDatabases('the inbox of a workspace', (open) => {
  let portal: TestPortal;
  let workspace: WebhookWorkspace;
  let origin: string;
  before(async () => {
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    // No hosts are allowed explicitly: the portal's own inboxes always are, whatever its address.
    portal = await startDeliveringPortal({
      open,
      env: { WEBHOOK_ALLOWED_HOSTS: '', PUBLIC_URL: 'https://portal.example' },
    });
    await portal.app.listen({ port, host: '127.0.0.1' });
  });
  after(() => portal.close());

  const make = async (fields = {}) => {
    workspace = await newWebhookWorkspace(portal);
    const { status, body } = await workspace.call('POST /inboxes', fields);
    assert.equal(status, 201, JSON.stringify(body));
    return body;
  };
  const messages = async (id: string) => (await workspace.call(`GET /inboxes/${id}/messages`)).body.data;
  const received = (id: string, count: number) =>
    until(
      () => messages(id),
      ({ length }) => length >= count,
    );
  const send = (id: string, options: RequestInit = {}) =>
    fetch(`${origin}/inbox/${id}`, { method: 'POST', ...options });
  const assertDeclared = (id: string, status: number, body: unknown) =>
    assertPlatformDeclares(portal, id, { status, body });

  test('shows a first webhook without any server: the delivery, its event, and that the signature is valid', async () => {
    const inbox = await make({ name: 'First' });
    assertDeclared('createInbox', 201, inbox);
    assert.match(inbox.url, /^https:\/\/portal\.example\/inbox\/inb_[0-9a-f]{32}$/);
    await workspace.endpoint(inbox.url);
    await workspace.issue();
    const [message] = await received(inbox.id, 1);
    const [delivery] = await until(
      () => workspace.deliveries(),
      ([one]) => one.status === 'delivered',
    );
    assert.deepEqual(
      [message.method, message.signature, message.event_id, message.answered_status],
      ['POST', 'valid', delivery.event_id, 200],
    );
    assert.equal(message.headers['content-type'], 'application/json; charset=UTF-8');
    assert.equal(message.headers.host, 'portal.example');
    assert.deepEqual(JSON.parse(message.body), (await workspace.delivery(delivery.id)).payload);
    assertDeclared('listInboxMessages', 200, (await workspace.call(`GET /inboxes/${inbox.id}/messages`)).body);
    const one = await workspace.call(`GET /inboxes/${inbox.id}/messages/${message.id}`);
    assert.deepEqual(one.body, message);
    const { body: shown } = await workspace.call(`GET /inboxes/${inbox.id}`);
    assertDeclared('getInbox', 200, shown);
    assert.equal(shown.message_count, 1);
  });

  test('stores everything it receives, and says what is wrong with its signature', async () => {
    const inbox = await make();
    const { secret } = await workspace.endpoint(inbox.url);
    const signed = (timestamp: number, body: string) => signatureHeaders({ id: 'evt_x', timestamp, body }, [secret]);
    const now = Math.floor(Date.now() / 1000);
    await send(inbox.id, { body: 'plain', headers: { 'content-type': 'text/plain' } });
    await send(inbox.id, { body: 'x', headers: signed(now, 'y') });
    await send(inbox.id, { body: 'x', headers: signed(now - 400, 'x') });
    await send(inbox.id, { body: 'x', headers: signed(now, 'x') });
    const read = await fetch(`${origin}/inbox/${inbox.id}?a=1`);
    assert.equal(read.status, 200);
    const stored = await messages(inbox.id);
    assert.deepEqual(
      stored.map((one: Record<string, unknown>) => [one.method, one.query, one.body, one.signature, one.event_id]),
      [
        ['GET', 'a=1', '', 'missing', null],
        ['POST', '', 'x', 'valid', null],
        ['POST', '', 'x', 'expired', null],
        ['POST', '', 'x', 'invalid', null],
        ['POST', '', 'plain', 'missing', null],
      ],
    );
    await send(inbox.id, { body: 'x'.repeat(100_000) });
    const [long] = await messages(inbox.id);
    assert.deepEqual([long.body.length, long.body_size, long.body_truncated], [65_536, 100_000, true]);
    assert.equal((await workspace.call(`DELETE /inboxes/${inbox.id}/messages`)).status, 204);
    assert.deepEqual(await messages(inbox.id), []);
    assert.equal((await send('inb_00000000000000000000000000000000')).status, 404);
    await workspace.call(`DELETE /inboxes/${inbox.id}`);
    assert.equal((await send(inbox.id)).status, 404);
  });

  test('responds as configured: with a status, some failures, Retry-After, a delay, or a closed connection', async () => {
    const inbox = await make({ answer: { status: 503, retry_after_seconds: 7200 } });
    await workspace.endpoint(inbox.url);
    await workspace.issue();
    const [first] = await until(
      () => workspace.deliveries(),
      ([one]) => one?.attempt_count === 1 && one.next_attempt_at,
    );
    assert.equal(first.last_status, 503);
    assert.ok(Date.parse(first.next_attempt_at) - Date.parse(first.created_at) >= 7_200_000);

    const { body: changed } = await workspace.call(`PATCH /inboxes/${inbox.id}`, {
      answer: { status: 202 },
      fail_next: 2,
    });
    assertDeclared('updateInbox', 200, changed);
    assert.deepEqual(changed.answer, {
      status: 202,
      delay_seconds: 0,
      retry_after_seconds: 7200,
      close_connection: false,
    });
    const statuses = [];
    for (let count = 0; count < 3; count++) statuses.push((await send(inbox.id)).status);
    assert.deepEqual(statuses, [500, 500, 202]);

    await workspace.call(`PATCH /inboxes/${inbox.id}`, { answer: { delay_seconds: 0.3, status: 200 } });
    const { body: quick } = await workspace.call('POST /inboxes', {});
    const [slowly, quickly] = [send(inbox.id), send(quick.id)];
    assert.equal(await Promise.race([slowly.then(() => 'slow'), quickly.then(() => 'quick')]), 'quick');
    assert.equal((await slowly).status, 200);

    await workspace.call(`PATCH /inboxes/${inbox.id}`, { answer: { close_connection: true, delay_seconds: 0 } });
    await assert.rejects(send(inbox.id));
    assert.equal((await messages(inbox.id))[0].answered_status, null);
    await workspace.issue();
    await until(
      () => workspace.deliveries(),
      ([one]) => one?.last_error === 'connection_reset',
    );

    for (const answer of [
      { status: 199 },
      { status: 600 },
      { delay_seconds: 31 },
      { close_connection: 'yes' },
      { other: 1 },
    ])
      assert.equal(
        (await workspace.call(`PATCH /inboxes/${inbox.id}`, { answer })).status,
        422,
        JSON.stringify(answer),
      );
  });

  test('retains the newest 500 messages, and a workspace has 20 inboxes at most', async () => {
    const inbox = await make();
    for (let round = 0; round < 26; round++)
      await Promise.all(Array.from({ length: 20 }, (_, index) => send(inbox.id, { body: String(round * 20 + index) })));
    const { body } = await workspace.call(`GET /inboxes/${inbox.id}`);
    assert.equal(body.message_count, 500);
    assert.ok(Number((await messages(inbox.id))[0].body) >= 500, 'the oldest are removed');
    for (let count = 1; count < 20; count++) assert.equal((await workspace.call('POST /inboxes')).status, 201);
    const { status, body: refused } = await workspace.call('POST /inboxes');
    assert.deepEqual([status, refused.code], [403, 'quota_exceeded']);
    assert.equal((await workspace.call('GET /inboxes?limit=100')).body.data.length, 20);
  });
});
