import { setTimeout as wait } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';
import { findFailure } from './database-failure.ts';

/** In milliseconds: how long writes wait for another process, and how often they look. */
const patience = 5_000;
const pause = 20;

class Adapter extends SqliteAdapter {
  /** Our own queue of writers; Kysely's would let reads wait, too. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }

  /** A process that dies while it migrates leaves nothing half done. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/**
 * SQLite's dialect with a connection for reads. Writes wait for another process's lock without holding the event loop (SQLite's own
 * busy_timeout would); a file that stays locked fails all that wait, not one after the other.
 */
export class WaitingSqliteDialect extends SqliteDialect {
  readonly #writer: SqliteDatabase;
  readonly #reader: SqliteDatabase;

  constructor(writer: SqliteDatabase, reader: SqliteDatabase) {
    super({ database: writer });
    this.#writer = writer;
    this.#reader = reader;
  }

  override createDriver(): SqliteDriver {
    return new WaitingDriver(this.#writer, this.#reader);
  }

  override createAdapter(): SqliteAdapter {
    return new Adapter();
  }
}

class WaitingDriver extends SqliteDriver {
  readonly #reader: SqliteDatabase;
  readonly #holders = new WeakMap<DatabaseConnection, () => void>();
  #last: Promise<void> = Promise.resolve();
  #lockedSince: number | undefined;

  constructor(writer: SqliteDatabase, reader: SqliteDatabase) {
    super({ database: writer });
    this.#reader = reader;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const writer = await super.acquireConnection();
    const connection: DatabaseConnection = {
      executeQuery: (query) => this.#execute(connection, writer, query),
      streamQuery: (...given) => writer.streamQuery(...given),
    };
    return connection;
  }

  // A deferred transaction would find the lock at its first write, when it is too late to wait.
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const release = await this.#queue();
    try {
      const writer = await super.acquireConnection();
      await this.#patiently(() => writer.executeQuery(CompiledQuery.raw('begin immediate')));
      this.#holders.set(connection, release);
    } catch (error) {
      release();
      throw error;
    }
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } catch (error) {
      // On a full disk SQLite has rolled back by itself, and that is the error to tell.
      if (!/no transaction is active/.test(String(error))) throw error;
    }
  }

  override async releaseConnection(connection?: DatabaseConnection): Promise<void> {
    if (connection) this.#holders.get(connection)?.();
  }

  async #execute<R>(
    connection: DatabaseConnection,
    writer: DatabaseConnection,
    query: CompiledQuery,
  ): Promise<QueryResult<R>> {
    if (this.#holders.has(connection)) return writer.executeQuery<R>(query);
    // Also what is written as text. Anything else, a pragma included, waits for the writers before.
    if (/^\s*select\b/i.test(query.sql)) return { rows: this.#reader.prepare(query.sql).all(query.parameters) as R[] };
    const release = await this.#queue();
    try {
      return await this.#patiently(() => writer.executeQuery<R>(query));
    } finally {
      release();
    }
  }

  /** Waits for the writers before; returns what lets the next one write. */
  async #queue(): Promise<() => void> {
    const before = this.#last;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last = promise;
    await before;
    return resolve;
  }

  async #patiently<T>(write: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        const result = await write();
        this.#lockedSince = undefined;
        return result;
      } catch (error) {
        if (findFailure(error) !== 'locked') throw error;
        this.#lockedSince ??= Date.now();
        if (Date.now() - this.#lockedSince > patience) throw error;
        await wait(pause);
      }
    }
  }
}
