import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, test } from 'node:test';
import { insertRow } from '../records/record-table.ts';
import { openSqlite, type TestDatabase } from '../testing/test-databases.ts';
import { openDatabase } from './open-database.ts';
import type { Database } from './schema.ts';
import { shrinkFile } from './shrink.ts';

describe('a SQLite file', () => {
  const sizeOf = ({ url }: TestDatabase) => statSync(url).size + statSync(`${url}-wal`).size;

  async function fill(db: Database): Promise<void> {
    const workspace = { id: 'wsp_large', kind: 'guest' as const, created_at: '2026-11-20T12:00:00Z', expires_at: null };
    await db
      .insertInto('workspace')
      .values({ ...workspace, name: null, allowed_origins: null })
      .execute();
    const place = { workspaceId: 'wsp_large', api: 'notas', store: 'customers' };
    await db.transaction().execute(async (transaction) => {
      for (let index = 0; index < 4000; index++)
        await insertRow(transaction, place, `cus_${index}`, { body: { text: 'n'.repeat(4000) } });
    });
  }

  async function removeAll(db: Database): Promise<void> {
    await db.deleteFrom('workspace').where('id', '=', 'wsp_large').execute();
  }

  test('is smaller than half after most of its rows were removed', async () => {
    const database = await openSqlite();
    await fill(database.db);
    const before = sizeOf(database);
    await removeAll(database.db);
    await shrinkFile(database.db);
    const after = sizeOf(database);
    assert.ok(after < before / 2, `${before} → ${after} bytes`);
    await database.close();
  });

  test('of an earlier version shrinks, too, once it was opened', async () => {
    const database = await openSqlite();
    await fill(database.db);
    await database.db.destroy();
    const plain = new DatabaseSync(database.url);
    plain.exec('pragma journal_mode = delete; pragma auto_vacuum = none; vacuum; pragma journal_mode = wal');
    assert.equal(plain.prepare('pragma auto_vacuum').get()?.auto_vacuum, 0);
    plain.close();
    const before = statSync(database.url).size;
    const db = await openDatabase(database.url);
    await removeAll(db);
    await shrinkFile(db);
    assert.ok(sizeOf(database) < before / 2, `${before} → ${sizeOf(database)} bytes`);
    await db.destroy();
    await database.close();
  });
});
