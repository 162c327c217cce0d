import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { type FailingPortal, withFailingPortal } from '../testing/failing-portal.ts';
import { onServer } from '../testing/postgres-template.ts';
import type { TestPortal } from '../testing/test-portal.ts';

const server = process.env.TEST_DATABASE_URL;
const customers = '/sandbox/notas/v1/customers';

const behindProxy = (run: (failing: FailingPortal) => Promise<void>) => withFailingPortal(server as string, run);

/** Repeats a request until it is no longer 503. */
async function recovered(portal: TestPortal, request: string, key?: string): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const { status } = await portal.call(request, { key });
    if (status !== 503) return status;
    await wait(100);
  }
  return 503;
}

describe('a PostgreSQL that fails', { skip: server ? false : 'TEST_DATABASE_URL is not set' }, () => {
  test('connections that are cut in the middle of queries are 503 with Retry-After, and the process lives', async () => {
    await behindProxy(async ({ portal, proxy }) => {
      const key = await portal.guest();
      await portal.call(`GET ${customers}`, { key });
      const slow = Array.from({ length: 5 }, () => sql`select pg_sleep(5)`.execute(portal.context.db).catch((e) => e));
      await wait(200);
      proxy.cut();
      for (const error of await Promise.all(slow)) assert.ok(error instanceof Error);
      assert.equal(await recovered(portal, `GET ${customers}`, key), 200);
    });
  });

  test('connections that the server ends are 503, and requests go on with new ones', async () => {
    await behindProxy(async ({ portal, url }) => {
      const key = await portal.guest();
      await portal.call(`GET ${customers}`, { key });
      const name = new URL(url).pathname.slice(1);
      const end = `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`;
      const calls = Array.from({ length: 30 }, () => portal.call(`GET ${customers}`, { key }));
      await onServer(server as string, end);
      for (const { status } of await Promise.all(calls)) assert.ok([200, 503].includes(status), String(status));
      assert.equal(await recovered(portal, `GET ${customers}`, key), 200);
    });
  });

  test('a database that refuses connections is 503 in the form of the API, and told by readyz, not by livez', async () => {
    await behindProxy(async ({ portal, proxy }) => {
      const key = await portal.guest();
      await portal.call(`GET ${customers}`, { key });
      proxy.refuse();
      await wait(100);
      const refused = await portal.call(`GET ${customers}`, { key });
      assert.equal(refused.status, 503);
      assert.equal(refused.headers['retry-after'], '2');
      assert.equal(refused.body.errors[0].code, 'unavailable');
      assert.equal((await portal.call('POST /platform/v1/guest_workspaces')).status, 503);
      assert.equal((await portal.call('GET /readyz')).status, 503);
      assert.equal((await portal.call('GET /livez')).status, 200);
      proxy.open();
      assert.equal(await recovered(portal, `GET ${customers}`, key), 200);
      assert.equal((await portal.call('GET /readyz')).status, 200);
    });
  });

  test('a frozen database is told by readyz, and its requests end with 503', { timeout: 120_000 }, async () => {
    await behindProxy(async ({ portal, proxy }) => {
      const key = await portal.guest();
      await portal.call(`GET ${customers}`, { key });
      proxy.freeze();
      const pending = portal.call(`GET ${customers}`, { key });
      assert.equal((await portal.call('GET /readyz')).status, 503);
      assert.equal((await portal.call('GET /livez')).status, 200);
      assert.equal((await pending).status, 503);
      proxy.open();
      assert.equal(await recovered(portal, `GET ${customers}`, key), 200);
    });
  });

  test('a database that accepts no writes is 503 for writes, and not ready; once it does, all goes on', async () => {
    await behindProxy(async ({ portal, proxy, url }) => {
      const key = await portal.guest();
      await portal.call(`GET ${customers}`, { key });
      const name = new URL(url).pathname.slice(1);
      await onServer(server as string, `alter database ${name} set default_transaction_read_only = on`);
      proxy.cut();
      await wait(100);
      assert.equal(await recovered(portal, `GET ${customers}`, key), 200);
      const refused = await portal.call('POST /platform/v1/guest_workspaces');
      assert.equal(refused.status, 503);
      assert.equal(refused.headers['retry-after'], '5');
      assert.equal((await portal.call('GET /readyz')).status, 503);
      // As after a failover, the connections that are open stay as they are.
      await onServer(server as string, `alter database ${name} reset default_transaction_read_only`);
      assert.equal(await recovered(portal, 'POST /platform/v1/guest_workspaces'), 201);
      assert.equal(await recovered(portal, 'GET /readyz'), 200);
    });
  });

  test('readyz alone lets go of connections that accept no writes', async () => {
    await behindProxy(async ({ portal, proxy, url }) => {
      const name = new URL(url).pathname.slice(1);
      await onServer(server as string, `alter database ${name} set default_transaction_read_only = on`);
      proxy.cut();
      await wait(100);
      for (let asked = 0; asked < 5; asked++) assert.equal((await portal.call('GET /readyz')).status, 503);
      await onServer(server as string, `alter database ${name} reset default_transaction_read_only`);
      assert.equal(await recovered(portal, 'GET /readyz'), 200);
    });
  });
});
