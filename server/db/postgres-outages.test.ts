import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { idempotentCalls } from '../testing/idempotent-calls.ts';
import { customer as ana, customers } from '../testing/notas.ts';
import { type PostgresServer, startPostgres } from '../testing/postgres-server.ts';
import { type Receiver, startReceiver } from '../testing/receiver.ts';
import { openPostgres } from '../testing/test-databases.ts';
import type { TestAnswer, TestPortal } from '../testing/test-portal.ts';
import { newWebhookWorkspace, startDeliveringPortal, until } from '../testing/webhook-workspace.ts';
import { announce, listen, presenceOf } from './announcements.ts';

const reason = process.env.TEST_DATABASE_URL ? false : 'TEST_DATABASE_URL is not set';

describe('a portal whose PostgreSQL goes away', { skip: reason }, () => {
  let server: PostgresServer;
  let portal: TestPortal;
  let receiver: Receiver;
  let key: string;
  before(async () => {
    server = await startPostgres({ max_connections: '30', synchronous_commit: 'on' });
    receiver = await startReceiver();
    portal = await startDeliveringPortal({ open: () => openPostgres(server.url) });
    await portal.app.ready();
  });
  beforeEach(async () => {
    receiver.received.length = 0;
    key = await portal.guest();
    await portal.call(`GET ${customers}`, { key });
  });
  after(async () => {
    // What was not started keeps nothing alive.
    await portal?.close();
    await receiver?.close();
    await server?.stop();
  });

  const { post, countOf } = idempotentCalls(() => ({ portal, key }));
  const statusOf = async (request: string) => (await portal.call(request)).status;
  const isReady = (status: number) => status === 200;

  /** Sends a customer until it is stored; every refusal on the way must be a proper 503. */
  async function insist(name: string, refused: TestAnswer[]): Promise<void> {
    for (;;) {
      const answer = await post(name, { ...ana, name });
      if (answer.status === 201) return;
      refused.push(answer);
      await wait(100);
    }
  }

  const assertRefusals = (refused: TestAnswer[]) => {
    for (const { status, headers, body } of refused) {
      assert.ok([503, 409].includes(status), JSON.stringify(body));
      assert.match(String(headers['retry-after']), /^\d+$/);
      if (status === 503) assert.equal(body.errors[0].code, 'unavailable');
    }
  };

  for (const how of ['fast', 'immediate'] as const) {
    test(`a restart (${how}) under load loses nothing and doubles nothing, and all goes on by itself`, async () => {
      const refused: TestAnswer[] = [];
      const names = Array.from({ length: 40 }, (_, index) => `Restart ${how} ${index}`);
      const writers = [0, 1, 2, 3].map(async (first) => {
        for (let index = first; index < names.length; index += 4) await insist(names[index] as string, refused);
      });
      await wait(50);
      await server.end(how);
      assert.equal(await statusOf('GET /readyz'), 503);
      assert.equal(await statusOf('GET /livez'), 200);
      refused.push(await post('meanwhile'));
      assert.equal(refused.at(-1)?.status, 503);
      await server.start();
      await Promise.all(writers);
      assertRefusals(refused);
      for (const name of names) assert.equal(await countOf(name), 1, name);
      await until(() => statusOf('GET /readyz'), isReady);
    });
  }

  test('frozen, it is not ready, and requests are 503 or wait; thawed, all goes on by itself', async () => {
    server.freeze();
    assert.equal(await statusOf('GET /readyz'), 503);
    assert.equal(await statusOf('GET /livez'), 200);
    const refused: TestAnswer[] = [];
    const waiting = insist('Frozen', refused);
    await wait(200);
    server.thaw();
    await waiting;
    assertRefusals(refused);
    assert.equal(await countOf('Frozen'), 1);
    assert.equal(await statusOf('GET /readyz'), 200);
  });

  test('out of connections, those who would need one are refused with 503, and admitted once there are some', async () => {
    const holders: pg.Client[] = [];
    const hold = async () => {
      const client = new pg.Client({ connectionString: server.url });
      await client.connect();
      holders.push(client);
    };
    await hold();
    // What the portal has kept open since other tests could be all that it needs.
    await holders[0]?.query('select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()');
    await assert.rejects(
      async () => {
        for (;;) await hold();
      },
      { code: '53300' },
    );
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => post(`full ${index}`)));
    await Promise.all(holders.map((client) => client.end()));
    const refused = answers.filter(({ status }) => status !== 201);
    assert.ok(refused.length > 0, 'the portal needed no further connection');
    assertRefusals(refused);
    for (const { status } of await Promise.all(answers.map((_, index) => post(`full ${index}`))))
      assert.equal(status, 201);
  });

  test('after a restart, announcements of other servers are heard again, and webhooks are sent', async () => {
    const workspace = await newWebhookWorkspace(portal);
    await workspace.endpoint(receiver.url);
    const { db } = portal.context;
    const heard: string[] = [];
    const stop = listen(db, (text) => heard.push(text));
    await until(() => presenceOf(db), Boolean);
    await server.end('fast');
    await until(
      () => presenceOf(db),
      (presence) => presence === undefined,
    );
    await server.start();
    await until(() => presenceOf(db), Boolean);
    const news = JSON.stringify({ workspaceId: 'another' });
    await announce(db, news);
    await until(
      () => heard,
      (texts) => texts.includes(news),
    );
    await stop();
    assert.equal((await workspace.issue()).status, 201);
    await until(
      () => receiver.received,
      ({ length }) => length === 1,
    );
  });
});
