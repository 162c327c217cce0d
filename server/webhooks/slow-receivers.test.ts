import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accept, type Receiver, type Respond, startReceiver } from '../testing/receiver.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import type { TestPortal } from '../testing/test-portal.ts';
import {
  newWebhookWorkspace,
  startDeliveringPortal,
  until,
  type WebhookWorkspace,
} from '../testing/webhook-workspace.ts';

const hang: Respond = () => {};
const reset: Respond = (request) => request.socket.destroy();
const drip: Respond = (request, response) => {
  response.writeHead(200, { 'content-length': '1000' });
  const timer = setInterval(() => response.write('x'), 50);
  request.socket.once('close', () => clearInterval(timer));
};
const flood: Respond = (_request, response) => {
  const chunk = Buffer.alloc(1 << 16);
  response.writeHead(200, { 'content-length': String(1 << 30) });
  const more = () => {
    while (!response.destroyed && response.write(chunk));
    response.once('drain', more);
  };
  more();
};

describeOnDatabases('receivers that hang, reset, drip or flood', (open) => {
  let portal: TestPortal;
  let bad: Receiver[];
  let good: Receiver;
  let workspace: WebhookWorkspace;
  before(async () => {
    portal = await startDeliveringPortal({ open });
    bad = await Promise.all([hang, reset, drip, flood].map((respond) => startReceiver(respond)));
    good = await startReceiver(accept);
    workspace = await newWebhookWorkspace(portal);
  });
  after(async () => {
    await portal.close();
    await Promise.all([...bad, good].map((receiver) => receiver.close()));
  });

  test('do not block the others, and hold only a few connections each', async () => {
    for (const { url } of bad) await workspace.endpoint(url);
    await workspace.endpoint(good.url);
    for (let count = 0; count < 40; count++) await workspace.issue();
    await until(
      () => good.received,
      ({ length }) => length === 40,
    );
    assert.ok((bad[0]?.received.length ?? 0) <= 20, 'a hanging receiver holds no more than its share');
    const delivered = await workspace.deliveries('type=document_processing&status=delivered');
    assert.ok(
      delivered.some(({ url }) => url === bad[3]?.url),
      'a flood that starts with 200 counts as received',
    );
  });

  test('hanging requests are aborted when the server stops: stored as interrupted, and due at once', async () => {
    await portal.context.webhooks.stop();
    const open = await portal.context.db.selectFrom('attempt').select('id').where('outcome', '=', 'sending').execute();
    assert.deepEqual(open, []);
    const cut = await workspace.deliveries('status=pending&type=document_processing');
    const hung = cut.filter(({ url, last_error }) => url === bad[0]?.url && last_error === 'interrupted');
    assert.ok(hung.length > 0);
    const { attempts } = await workspace.delivery(hung[0].id);
    assert.deepEqual([attempts[0].outcome, attempts[0].error.code], ['interrupted', 'interrupted']);
    assert.ok(Date.parse(hung[0].next_attempt_at) <= Date.now());
  });
});
