import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { openDatabase } from './db/open-database.ts';
import { describeOnDatabases, type OpenTestDatabase, type TestDatabase } from './testing/test-databases.ts';
import { startTestPortal } from './testing/test-portal.ts';
import { temporaryFolder } from './testing/test-specs.ts';

const customers = '/sandbox/notas/v1/customers';
const customer = {
  type: 'individual',
  name: 'Ana Lima',
  federal_tax_number: '52998224725',
  email: 'ana@correio.example',
};

/** Opens one database repeatedly, as processes that share it would. */
function sharing(database: TestDatabase): OpenTestDatabase {
  return async () => {
    const db = await database.reopen();
    return { ...database, db, close: () => db.destroy() };
  };
}

describeOnDatabases('a database that was closed and reopened', (open) => {
  test('returns every record, key and unique value', async () => {
    const database = await open();
    const env = { DATA_DIR: temporaryFolder() };
    const first = await startTestPortal({ open: sharing(database), env });
    const key = await first.guest();
    const { body: made } = await first.call(`POST ${customers}`, { key, body: { ...customer, external_id: 'E-1' } });
    const { body: reader } = await first.call('POST /sandbox/biblioteca/leitores', {
      key,
      body: { nome: 'Íris', email: 'i@c.example', senha: 'marinheira' },
    });
    await first.call(`DELETE ${customers}/cus_f5kznwj47tan9zt2`, { key });
    await first.close();

    const second = await startTestPortal({ open: sharing(database), env });
    assert.deepEqual((await second.call(`GET ${customers}/${made.id}`, { key })).body, made);
    assert.equal(
      (await second.call(`GET ${customers}/cus_f5kznwj47tan9zt2`, { key })).status,
      404,
      'deleted seed data stays deleted',
    );
    assert.equal(
      (await second.call(`POST ${customers}`, { key, body: { ...customer, external_id: 'E-1' } })).status,
      409,
    );
    const { body: next } = await second.call('POST /sandbox/biblioteca/leitores', {
      key,
      body: { nome: 'Otto', email: 'o@c.example', senha: 'marinheira' },
    });
    assert.equal(next.matricula, reader.matricula + 1);
    await second.close();
    await database.close();
  });

  test('is migrated once, however many processes open it at the same time', async () => {
    const database = await open();
    const connections = await Promise.all(Array.from({ length: 3 }, () => database.reopen()));
    for (const db of connections) assert.deepEqual(await db.selectFrom('workspace').selectAll().execute(), []);
    await database.close();
  });
});

describeOnDatabases('two portals on one database', (open) => {
  test("seed a workspace once, and see each other's records at once", async (t) => {
    const database = await open();
    if (database.kind === 'sqlite') {
      await database.close();
      return t.skip('a SQLite file belongs to one process');
    }
    const env = { DATA_DIR: temporaryFolder() };
    const portals = await Promise.all([
      startTestPortal({ open: sharing(database), env }),
      startTestPortal({ open: sharing(database), env }),
    ]);
    const [one, other] = portals;
    const key = await one.guest();
    const lists = await Promise.all(
      Array.from({ length: 10 }, (_, index) => (index % 2 ? one : other).call(`GET ${customers}`, { key })),
    );
    for (const { status, headers } of lists) assert.deepEqual([status, headers['x-total-count']], [200, '12']);
    const { body: made } = await one.call(`POST ${customers}`, { key, body: customer });
    assert.deepEqual((await other.call(`GET ${customers}/${made.id}`, { key })).body, made);
    const numbers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        (index % 2 ? one : other).call('POST /sandbox/biblioteca/leitores', {
          key,
          body: { nome: 'Íris', email: 'i@c.example', senha: 'marinheira' },
        }),
      ),
    );
    assert.equal(new Set(numbers.map(({ body }) => body.matricula)).size, 10);
    await Promise.all(portals.map((portal) => portal.close()));
    await database.close();
  });
});

describeOnDatabases('a database whose connections are cut', (open) => {
  test('serves the next request again', async (t) => {
    const database = await open();
    if (database.kind === 'sqlite') {
      await database.close();
      return t.skip('a SQLite file has no connections');
    }
    const portal = await startTestPortal({ open: sharing(database) });
    const key = await portal.guest();
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(
      database.db,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal((await portal.call(`GET ${customers}`, { key })).status, 200);
    await portal.close();
    await database.close();
  });
});

describe('a database that cannot be opened', () => {
  test('is reported by the error', async () => {
    await assert.rejects(openDatabase('package.json/cais.db'), /package\.json/);
    await assert.rejects(openDatabase('postgres://nobody@127.0.0.1:1/none'), /ECONNREFUSED/);
  });
});
