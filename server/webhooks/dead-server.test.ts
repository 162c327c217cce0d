import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { invoice, invoices } from '../testing/issuing-workspaces.ts';
import { accept, type Receiver, startReceiver } from '../testing/receiver.ts';
import { endOf, onlySpecs, type ServerProcess, startServerProcess } from '../testing/server-process.ts';
import { describeOnDatabases, type TestDatabase } from '../testing/test-databases.ts';
import { temporaryFolder } from '../testing/test-specs.ts';
import { until } from '../testing/webhook-workspace.ts';

describeOnDatabases('a delivery whose server is killed while it sends it', (open) => {
  let database: TestDatabase;
  let receiver: Receiver;
  const started: ServerProcess[] = [];
  before(async () => {
    database = await open();
    receiver = await startReceiver();
  });
  after(async () => {
    for (const { child } of started) child.kill('SIGKILL');
    await Promise.all(started.map(({ ended }) => ended));
    await receiver.close();
    await database.close();
  });

  const send = async (path: string, key?: string, body: unknown = {}) => {
    const { origin } = started[0] as ServerProcess;
    const credentials = path.startsWith('/sandbox') ? `Basic ${btoa(`${key}:x`)}` : `Bearer ${key}`;
    const headers = { 'content-type': 'application/json', ...(key && { authorization: credentials }) };
    const response = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
    return response.json() as Promise<{ api_key: { secret: string } }>;
  };
  const ids = () => receiver.received.map(({ headers }) => headers['webhook-id']);

  test('is sent again by the next server, long before its claim would expire, and by no server that sees it alive', async () => {
    const env = {
      DATABASE_URL: database.url,
      DATA_DIR: temporaryFolder(),
      SPECS_PATH: onlySpecs('notas', 'platform'),
      WEBHOOK_ALLOWED_HOSTS: '127.0.0.1',
    };
    const start = async () => started.push(await startServerProcess(env));
    await start();
    const { api_key } = await send('/platform/v1/guest_workspaces');
    const endpoint = { url: receiver.url, event_types: ['notas:document_processing'] };
    await send('/platform/v1/webhook_endpoints', api_key.secret, endpoint);
    // It never answers, so the claim is held.
    receiver.respond = () => {};
    await send(invoices, api_key.secret, invoice);
    await until(ids, ({ length }) => length === 1);
    await start();
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    assert.equal(ids().length, 1);

    receiver.respond = accept;
    started[0]?.child.kill('SIGKILL');
    assert.equal(await endOf(started[0] as ServerProcess), 'SIGKILL');
    if (database.kind === 'sqlite') await start();
    await until(ids, ({ length }) => length === 2, 40);
    assert.equal(ids()[0], ids()[1]);
  });
});
