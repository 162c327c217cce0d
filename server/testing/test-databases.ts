import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'node:test';
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import type { DatabaseKind } from '../db/database-kind.ts';
import { migrate } from '../db/migrate.ts';
import { openNodeSqlite } from '../db/node-sqlite.ts';
import { openDatabase } from '../db/open-database.ts';
import { openPool } from '../db/postgres-pool.ts';
import type { Database, Tables } from '../db/schema.ts';
import { addressOf, ensureTemplate, onServer } from './postgres-template.ts';

/** A new, empty, migrated database; `reopen` opens a second connection, as another process would, and migrates what is older. */
export interface TestDatabase {
  kind: DatabaseKind;
  db: Database;
  url: string;
  reopen(): Promise<Database>;
  close(): Promise<void>;
}

/** With `upTo`, the database is as an earlier version left it: migrated up to this step. */
export type OpenTestDatabase = (upTo?: string) => Promise<TestDatabase>;

/** Runs the same tests on SQLite and, where `TEST_DATABASE_URL` names a PostgreSQL, on that too. */
export function describeOnDatabases(name: string, tests: (open: OpenTestDatabase) => void): void {
  describe(`${name}, on SQLite`, () => tests(openSqlite));
  const url = process.env.TEST_DATABASE_URL;
  describe(`${name}, on PostgreSQL`, { skip: url ? false : 'TEST_DATABASE_URL is not set' }, () =>
    tests((upTo) => openPostgres(url as string, upTo)),
  );
}

export async function openSqlite(upTo?: string): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'cais-test-'));
  const url = join(folder, 'cais.db');
  return testDatabase('sqlite', url, upTo, async () => rmSync(folder, { recursive: true, force: true }));
}

export async function openPostgres(serverUrl: string, upTo?: string): Promise<TestDatabase> {
  const name = `cais_${randomBytes(8).toString('hex')}`;
  const template = upTo ? 'template0' : await ensureTemplate(serverUrl);
  await onServer(serverUrl, `create database ${name} template ${template}`);
  const drop = () => onServer(serverUrl, `drop database ${name} with (force)`);
  return testDatabase('postgres', addressOf(serverUrl, name), upTo, drop);
}

async function testDatabase(
  kind: DatabaseKind,
  url: string,
  upTo: string | undefined,
  remove: () => Promise<void>,
): Promise<TestDatabase> {
  const db = upTo ? await openOlder(kind, url, upTo) : await openDatabase(url);
  const connections = [db];
  return {
    kind,
    url,
    db,
    reopen: async () => {
      const again = await openDatabase(url);
      connections.push(again);
      return again;
    },
    close: async () => {
      await Promise.all(connections.map((connection) => connection.destroy()));
      await remove();
    },
  };
}

async function openOlder(kind: DatabaseKind, url: string, upTo: string): Promise<Database> {
  const dialect =
    kind === 'sqlite'
      ? new SqliteDialect({ database: openNodeSqlite(url) })
      : new PostgresDialect({ pool: openPool(url, { max: 2, limits: false }) });
  const db = new Kysely<Tables>({ dialect });
  await migrate(db, kind, upTo);
  return db;
}
