import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'node:test';
import type { DatabaseKind } from '../db/database-kind.ts';
import { openDatabase } from '../db/open-database.ts';
import type { Database } from '../db/schema.ts';
import { addressOf, ensureTemplate, onServer } from './postgres-template.ts';

/** A new, empty, migrated database; `reopen` opens a second connection, as another process would. */
export interface TestDatabase {
  kind: DatabaseKind;
  db: Database;
  url: string;
  reopen(): Promise<Database>;
  close(): Promise<void>;
}

export type OpenTestDatabase = () => Promise<TestDatabase>;

/** Runs the same tests on SQLite and, where `TEST_DATABASE_URL` names a PostgreSQL, on that too. */
export function describeOnDatabases(name: string, tests: (open: OpenTestDatabase) => void): void {
  describe(`${name}, on SQLite`, () => tests(openSqlite));
  const url = process.env.TEST_DATABASE_URL;
  describe(`${name}, on PostgreSQL`, { skip: url ? false : 'TEST_DATABASE_URL is not set' }, () =>
    tests(() => openPostgres(url as string)),
  );
}

export async function openSqlite(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'cais-test-'));
  const url = join(folder, 'cais.db');
  return testDatabase('sqlite', url, async () => rmSync(folder, { recursive: true, force: true }));
}

export async function openPostgres(serverUrl: string): Promise<TestDatabase> {
  const name = `cais_${randomBytes(8).toString('hex')}`;
  await onServer(serverUrl, `create database ${name} template ${await ensureTemplate(serverUrl)}`);
  const drop = () => onServer(serverUrl, `drop database ${name} with (force)`);
  return testDatabase('postgres', addressOf(serverUrl, name), drop);
}

async function testDatabase(kind: DatabaseKind, url: string, remove: () => Promise<void>): Promise<TestDatabase> {
  const connections = [await openDatabase(url)];
  return {
    kind,
    url,
    db: connections[0] as Database,
    reopen: async () => {
      const db = await openDatabase(url);
      connections.push(db);
      return db;
    },
    close: async () => {
      await Promise.all(connections.map((db) => db.destroy()));
      await remove();
    },
  };
}
