import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { invoice, invoices } from '../testing/issuing-workspaces.ts';
import { accept, answering, type Receiver, startReceiver } from '../testing/receiver.ts';
import { endOf, onlySpecs, type ServerProcess, startServerProcess } from '../testing/server-process.ts';
import { describeOnDatabases, type TestDatabase } from '../testing/test-databases.ts';
import { temporaryFolder } from '../testing/test-specs.ts';
import { until } from '../testing/webhook-workspace.ts';

describeOnDatabases('deliveries survive a crash of the process (notes on webhooks, crash points)', (open) => {
  let database: TestDatabase;
  let receiver: Receiver;
  let env: Record<string, string>;
  const started: ServerProcess[] = [];
  let ahead = 0;
  before(async () => {
    database = await open();
    receiver = await startReceiver();
    env = {
      DATABASE_URL: database.url,
      DATA_DIR: temporaryFolder(),
      SPECS_PATH: onlySpecs('notas', 'platform'),
      WEBHOOK_ALLOWED_HOSTS: '127.0.0.1',
    };
  });
  after(async () => {
    for (const { child } of started) child.kill('SIGKILL');
    await Promise.all(started.map(({ ended }) => ended));
    await receiver.close();
    await database.close();
  });

  /** Each process runs a minute ahead of the previous one, whose leases have then expired. */
  const start = async (crashAt = '') => {
    const server = await startServerProcess({ ...env, CRASH_AT: crashAt, AHEAD_MS: String(ahead) });
    ahead += 61_000;
    started.push(server);
    return server;
  };
  const send = async (origin: string, path: string, { key, body }: { key?: string; body?: unknown }) => {
    const credentials = path.startsWith('/sandbox') ? `Basic ${btoa(`${key}:x`)}` : `Bearer ${key}`;
    const response = await fetch(origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key && { authorization: credentials }) },
      body: JSON.stringify(body ?? {}),
    });
    return response.json() as Promise<{ api_key: { secret: string } }>;
  };
  const prepare = async (origin: string): Promise<string> => {
    const { api_key } = await send(origin, '/platform/v1/guest_workspaces', {});
    const key = api_key.secret;
    await send(origin, '/platform/v1/webhook_endpoints', {
      key,
      body: { url: receiver.url, event_types: ['notas:document_processing'] },
    });
    return key;
  };
  const deliveries = () => database.db.selectFrom('delivery').selectAll().where('status', '<>', 'skipped').execute();
  const attempts = () => database.db.selectFrom('attempt').selectAll().orderBy('number').execute();

  test('after a crash at each of the six points, one event arrives with one id, and every attempt has a row', async () => {
    const first = await start();
    const key = await prepare(first.origin);
    first.child.kill('SIGTERM');
    assert.equal(await endOf(first), 0, 'it stops cleanly');

    const afterCommit = await start('due');
    await send(afterCommit.origin, invoices, { key, body: invoice }).catch(() => {});
    assert.equal(await endOf(afterCommit), 'SIGKILL');
    assert.deepEqual([(await deliveries()).length, (await attempts()).length], [1, 0]);

    assert.equal(await endOf(await start('claimed')), 'SIGKILL');
    assert.deepEqual(
      [(await attempts()).length, receiver.received.length],
      [1, 0],
      'the attempt is stored before the request is sent',
    );

    let out: ServerProcess | undefined;
    receiver.respond = () => out?.child.kill('SIGKILL');
    out = await start();
    await until(
      () => receiver.received,
      ({ length }) => length > 0,
    );
    out.child.kill('SIGKILL');
    assert.equal(await endOf(out), 'SIGKILL');

    receiver.respond = accept;
    assert.equal(await endOf(await start('answered')), 'SIGKILL');
    assert.equal(await endOf(await start('committing')), 'SIGKILL');
    receiver.respond = answering(500);
    assert.equal(await endOf(await start('finished')), 'SIGKILL');

    receiver.respond = accept;
    const last = await start();
    const [delivery] = await until(deliveries, ([one]) => one?.status === 'delivered');
    last.child.kill('SIGTERM');
    assert.equal(await endOf(last), 0);
    assert.deepEqual(
      (await attempts()).map(({ outcome }) => outcome),
      ['interrupted', 'interrupted', 'interrupted', 'interrupted', 'failed', 'delivered'],
    );
    assert.equal(receiver.received.length, 5);
    assert.deepEqual([...new Set(receiver.received.map(({ headers }) => headers['webhook-id']))], [delivery?.event_id]);
  });

  test('after repeated crashes under load, every event ends in a 2xx, and every request has its attempt', async () => {
    receiver.received.length = 0;
    receiver.respond = async (request, response, received) => {
      await wait(Math.random() * 20);
      return accept(request, response, received);
    };
    const wanted = Number(process.env.WEBHOOK_KILL_EVENTS ?? 60);
    let server = await start();
    const key = await prepare(server.origin);
    const before = new Set((await deliveries()).map(({ id }) => id));
    let issued = 0;
    let deaths = 0;
    while (issued < wanted) {
      const { child, origin } = server;
      const last = issued + 5 + Math.floor(Math.random() * 20);
      const issue = async () => {
        while (child.exitCode === null && !child.killed) {
          await send(origin, invoices, { key, body: invoice }).then(
            () => ++issued >= last && child.kill('SIGKILL'),
            () => child.kill('SIGKILL'),
          );
        }
      };
      await Promise.all(Array.from({ length: 4 }, issue));
      assert.equal(await endOf(server), 'SIGKILL');
      deaths++;
      server = await start();
    }
    const all = await until(deliveries, (every) => every.every(({ status }) => status === 'delivered'), 60);
    server.child.kill('SIGTERM');
    assert.equal(await endOf(server), 0);
    assert.ok(all.length - before.size >= wanted && deaths > 0, `${all.length} events, ${deaths} deaths`);
    const rows = await attempts();
    const sent = Map.groupBy(receiver.received, ({ headers }) => String(headers['webhook-id']));
    for (const delivery of all.filter(({ id }) => !before.has(id))) {
      const mine = rows.filter(({ delivery_id }) => delivery_id === delivery.id);
      const requests = sent.get(delivery.event_id)?.length ?? 0;
      assert.ok(requests >= 1 && requests <= mine.length, `${requests} requests, ${mine.length} attempts`);
      assert.deepEqual(
        mine.map(({ outcome }) => outcome).filter((outcome) => outcome !== 'interrupted'),
        ['delivered'],
      );
    }
  });
});
