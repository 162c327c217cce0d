import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { openSqlite } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

const customers = '/sandbox/notas/v1/customers';
const guests = 'POST /platform/v1/guest_workspaces';

async function withFile(run: (portal: TestPortal, path: string) => Promise<void>): Promise<void> {
  const database = await openSqlite();
  const portal = await startTestPortal({ open: async () => database });
  try {
    await run(portal, database.url);
  } finally {
    await portal.close();
  }
}

describe('a SQLite file that another process locks', () => {
  test('reads go on, writes wait without holding the others, and succeed once it is free', async () => {
    await withFile(async (portal, path) => {
      const key = await portal.guest();
      await portal.call(`GET ${customers}`, { key });
      const other = new DatabaseSync(path);
      other.exec('begin exclusive');
      let isWritten = false;
      const write = portal.call(guests).finally(() => {
        isWritten = true;
      });
      await wait(50);
      assert.equal((await portal.call('GET /livez')).status, 200);
      assert.equal((await portal.call(`GET ${customers}`, { key })).status, 200);
      assert.equal(isWritten, false, 'the write waits for the lock while others are answered');
      other.exec('commit');
      other.close();
      assert.equal((await write).status, 201);
    });
  });

  test('writes that wait too long are 503 with Retry-After, all of them together', async () => {
    await withFile(async (portal, path) => {
      const other = new DatabaseSync(path);
      other.exec('begin exclusive');
      const writes = await Promise.all([1, 2, 3].map(() => portal.call(guests)));
      for (const { status, headers } of writes) assert.deepEqual([status, headers['retry-after']], [503, '2']);
      other.exec('commit');
      other.close();
      assert.equal((await portal.call(guests)).status, 201);
    });
  });
});

describe('a disk that is full', () => {
  test('says so (503, Retry-After), and writes go on once there is room', async () => {
    await withFile(async (portal) => {
      const { db } = portal.context;
      await portal.guest();
      await sql`pragma max_page_count = 1`.execute(db);
      let refused = await portal.call(guests);
      for (let writes = 0; writes < 200 && refused.status === 201; writes++) refused = await portal.call(guests);
      assert.deepEqual([refused.status, refused.headers['retry-after']], [503, '60']);
      assert.match(refused.body.detail, /disco do banco de dados está cheio/);
      await sql`pragma max_page_count = 1000000`.execute(db);
      assert.equal((await portal.call(guests)).status, 201);
    });
  });
});
