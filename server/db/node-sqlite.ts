import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

const cachedStatements = 500;

// The space of deleted rows can be given back (`shrink.ts`) only where this is set before the first table is made.
// WAL with synchronous NORMAL survives a crash of the process; only a power cut may lose the latest commits.
// The page cache and mmap avoid a system call per read.
// A commit writes the log back only where nobody else does (`checkpoints.ts`); the log's file shrinks once it was written back.
// Who opens a file that another server recovers waits for it: so that comes first.
const pragmas = `
  PRAGMA busy_timeout = 5000;
  PRAGMA auto_vacuum = INCREMENTAL;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA foreign_keys = ON;
  PRAGMA cache_size = -65536;
  PRAGMA mmap_size = 268435456;
  PRAGMA wal_autocheckpoint = 65536;
  PRAGMA journal_size_limit = 4194304;
`;

/** Opens a SQLite file to read and write. */
export function openNodeSqlite(path: string): SqliteDatabase {
  const database = new DatabaseSync(path);
  database.exec(pragmas);
  letShrink(database);
  return adaptDatabase(database);
}

/** Opens a SQLite file that is open already, only to read. It changes no setting of the file, which would take time. */
export function openSqliteReader(path: string): SqliteDatabase {
  const database = new DatabaseSync(path, { readOnly: true });
  database.exec('PRAGMA mmap_size = 268435456');
  return adaptDatabase(database);
}

/** Adapts node:sqlite to the interface of Kysely's SQLite dialect, and caches prepared statements. */
function adaptDatabase(database: DatabaseSync): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const known = statements.get(sql);
      if (known) return known;
      if (statements.size >= cachedStatements) statements.clear();
      const statement = adapt(database.prepare(sql));
      statements.set(sql, statement);
      return statement;
    },
  };
}

/** Rewrites a file of an earlier version once, so that it can shrink; while another process uses it, the next start does so. */
function letShrink(database: DatabaseSync): void {
  if (database.prepare('PRAGMA auto_vacuum').get()?.auto_vacuum !== 0) return;
  try {
    database.exec('VACUUM');
  } catch (error) {
    if (!/locked|busy/.test((error as Error).message)) throw error;
  }
}

function adapt(statement: StatementSync): SqliteStatement {
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
  const names = statement.columns().map(({ name }) => name);
  statement.setReturnArrays(true);
  const rowOf = (fields: unknown) => toRow(names, fields as unknown[]);
  return {
    reader: names.length > 0,
    all: (parameters) => statement.all(...values(parameters)).map(rowOf),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)).map(rowOf),
  };
}

/** node:sqlite would return dictionary-mode objects without a prototype, which are slower to make and read than the query itself. */
function toRow(names: string[], fields: unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (let index = 0; index < names.length; index++) row[names[index] as string] = fields[index];
  return row;
}
