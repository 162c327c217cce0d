import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { sql } from 'kysely';
import { makePeppers } from '../identity/peppers.ts';
import { unseal } from '../identity/sealed-secret.ts';
import { olderCustomers, writeOlderRows } from '../testing/older-rows.ts';
import { onlySpecs, startServerProcess } from '../testing/server-process.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal } from '../testing/test-portal.ts';
import { temporaryFolder } from '../testing/test-specs.ts';
import { migrationNames } from './migrate.ts';
import type { Database } from './schema.ts';

const customers = '/sandbox/notas/v1/customers';

describeOnDatabases('An upgrade', (open) => {
  for (const from of migrationNames)
    test(`from ${from} keeps every row, and everything works with them`, async (t) => {
      const database = await open(from);
      const folder = temporaryFolder();
      const peppers = makePeppers(join(folder, 'key-peppers'));
      const { key, endpointSecret } = await writeOlderRows(database.db, from, peppers);
      const before = await countRows(database.db);

      const db = await database.reopen();
      const after = await countRows(db);
      // Letters in plain text are removed on purpose.
      const kept = { ...before, ...('outbox_letter' in before && { outbox_letter: 0 }) };
      assert.deepEqual({ ...after, ...kept }, after);

      const portal = await startTestPortal({
        open: async () => ({ ...database, db, close: async () => {} }),
        env: { DATA_DIR: folder },
      });
      t.after(() => portal.close());
      t.after(() => database.close());
      const list = await portal.call(`GET ${customers}`, { key });
      assert.deepEqual([list.status, list.headers['x-total-count']], [200, '2'], JSON.stringify(list.body));
      for (const { id, name } of olderCustomers)
        assert.equal((await portal.call(`GET ${customers}/${id}`, { key })).body.name, name);

      const body = {
        type: 'individual',
        name: 'Zoé',
        email: 'z@c.example',
        federal_tax_number: '52998224725',
        external_id: 'E-1',
      };
      assert.equal((await portal.call(`POST ${customers}`, { key, body })).status, 409, 'the unique value is taken');
      assert.equal((await portal.call(`DELETE ${customers}/cus_a`, { key })).status, 204);
      assert.equal(
        (await portal.call(`POST ${customers}`, { key, body })).status,
        201,
        'and is free after the deletion',
      );

      const version = Number.parseInt(from, 10);
      if (version >= 2) {
        const reader = { nome: 'Otto', email: 'o@c.example', senha: 'marinheira' };
        const { body: made } = await portal.call('POST /sandbox/biblioteca/leitores', { key, body: reader });
        assert.equal(made.matricula, 8);
      }
      if (version >= 4) assert.equal((await portal.call('GET /platform/v1/events/evt_1', { key })).status, 200);
      if (version >= 8) {
        assert.equal((await portal.call('GET /platform/v1/webhook_endpoints/whe_1', { key })).status, 200);
        const { secret } = await db.selectFrom('webhook_endpoint').select('secret').executeTakeFirstOrThrow();
        assert.equal(unseal(peppers, 'whe_1', secret), endpointSecret);
      }
      if (version >= 10)
        assert.equal(
          (await db.selectFrom('invitation').select('issued_by').executeTakeFirstOrThrow()).issued_by,
          'psn_1',
        );
      assert.deepEqual(await measureLists(db), [], 'the size of each list is what its records say');
      if (version >= 5) assert.deepEqual(await indexedNames(db), ['Ana', 'Zoé']);
    });

  test('names the events of alerts like all others, wherever they are stored', async () => {
    const database = await open('0026-alerts');
    await writeOlderRows(database.db, '0026-alerts', makePeppers(join(temporaryFolder(), 'key-peppers')));
    const types = JSON.stringify(['platform:alert.opened', 'platform:alert.resolved', 'notas:*']);
    await database.db.updateTable('webhook_endpoint').set({ event_types: types }).execute();
    const db = await database.reopen();
    const event = await db.selectFrom('event').selectAll().where('id', '=', 'evt_2').executeTakeFirstOrThrow();
    assert.deepEqual([event.type, JSON.parse(event.payload).type], ['alert_opened', 'alert_opened']);
    const { event_types } = await db.selectFrom('webhook_endpoint').select('event_types').executeTakeFirstOrThrow();
    assert.deepEqual(JSON.parse(event_types), ['platform:alert_opened', 'platform:alert_resolved', 'notas:*']);
    await database.close();
  });

  test('that fails midway leaves nothing half done, and succeeds at the next start', async () => {
    const database = await open('0013-unique-by-number');
    await sql`alter table outbox_letter rename to elsewhere`.execute(database.db);
    await assert.rejects(database.reopen(), /outbox_letter/);
    await sql`alter table elsewhere rename to outbox_letter`.execute(database.db);
    const db = await database.reopen();
    assert.deepEqual(await db.selectFrom('invitation').select('issued_by').execute(), []);
    await database.close();
  });

  test('cannot be undone by starting an older version: it refuses the database and says what to do', async () => {
    const database = await open();
    await sql`insert into kysely_migration values ('9999-of-tomorrow', '2099-01-01T00:00:00.000Z')`.execute(
      database.db,
    );
    await assert.rejects(database.reopen(), {
      message:
        'This database belongs to a newer version of Cais: it has the migration "9999-of-tomorrow", which this version does not know. ' +
        'Start the newer version again, or restore the backup that was made before the upgrade.',
    });
    await database.close();
  });

  test('is made once by several servers that start at the same time', async (t) => {
    const database = await open('0004-clock-events');
    if (database.kind === 'sqlite') {
      await database.close();
      return t.skip('a SQLite file belongs to one process');
    }
    const DATA_DIR = temporaryFolder();
    const { key } = await writeOlderRows(database.db, '0004-clock-events', makePeppers(join(DATA_DIR, 'key-peppers')));
    const env = { DATA_DIR, DATABASE_URL: database.url, SPECS_PATH: onlySpecs('notas', 'platform') };
    const servers = await Promise.all(Array.from({ length: 3 }, () => startServerProcess(env)));
    for (const { origin } of servers) {
      const response = await fetch(`${origin}${customers}/cus_a`, {
        headers: { authorization: `Basic ${btoa(`${key}:`)}` },
      });
      const { name } = (await response.json()) as { name: string };
      assert.deepEqual([response.status, name], [200, 'Zoé']);
    }
    for (const { child } of servers) child.kill('SIGTERM');
    await Promise.all(servers.map(({ ended }) => ended));
    await database.close();
  });
});

/** The number of rows of each table. */
async function countRows(db: Database): Promise<Record<string, number>> {
  const tables = await db.introspection.getTables();
  const counts = tables
    .filter(({ isView, name }) => !isView && !name.startsWith('sqlite_'))
    .map(async ({ name }) => {
      const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(name)}`.execute(db);
      return [name, rows[0]?.count] as const;
    });
  return Object.fromEntries(await Promise.all(counts)) as Record<string, number>;
}

/** The lists whose stored size is not that of their records. */
async function measureLists(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select list_size.store, list_size.total, list_size.bytes, count(record.seq) as records, sum(octet_length(record.body)) as measured
    from list_size left join record on record.workspace_id = list_size.workspace_id and record.api = list_size.api
      and record.store = list_size.store and record.parent = list_size.parent
    group by list_size.workspace_id, list_size.api, list_size.store, list_size.parent, list_size.total, list_size.bytes
    having list_size.total <> count(record.seq) or list_size.bytes <> coalesce(sum(octet_length(record.body)), 0)`.execute(
    db,
  );
  return rows;
}

/** What the index of the customers' names holds. */
async function indexedNames(db: Database): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`select text from record_field order by text`.execute(db);
  return rows.map(({ text }) => text);
}
