import pg from 'pg';
import { withName } from './named-statements.ts';

// PostgreSQL returns bigint as text; row numbers stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** In milliseconds. The server ends what is slow; `query` is for a server that is frozen and ends nothing. */
const timeouts = { connect: 5_000, lock: 8_000, statement: 10_000, query: 12_000, idleInTransaction: 15_000 };

/** PostgreSQL's code of a write in a transaction that may only read. */
const readOnly = '25006';

/** What every connection has: a bounded wait for it, and a peer that is gone without a word is found. */
export const connectionOptions = {
  connectionTimeoutMillis: timeouts.connect,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
};

/** A client whose loss is told by the query that needs it, never by an unhandled event, which would end the process. */
class SteadyClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => {});
  }
}

/** Opens a pool of connections; with `limits`, statements, locks and idle transactions are bounded. */
export function openPool(url: string, { max, limits }: { max: number; limits: boolean }): pg.Pool {
  const bounds = {
    lock_timeout: timeouts.lock,
    statement_timeout: timeouts.statement,
    query_timeout: timeouts.query,
    idle_in_transaction_session_timeout: timeouts.idleInTransaction,
  };
  const options = { connectionString: url, max, ...connectionOptions, ...(limits ? bounds : {}) };
  const pool = new pg.Pool({ ...options, Client: SteadyClient } as pg.PoolConfig);
  // Losing an idle connection is not an error: the pool opens another.
  pool.on('error', () => {});
  guardQueries(pool);
  return pool;
}

/**
 * Names the statements that are to be prepared, and closes connections that must not be used again: after a timeout the server's
 * answer may still come, and the next query would read it; one that accepts no writes is to a stand-by, while a new one may reach
 * the primary.
 */
function guardQueries(pool: pg.Pool): void {
  const outdated = new WeakSet<pg.PoolClient>();
  pool.on('release', (_error, client) => {
    if (outdated.has(client)) void client.end();
  });
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    const guarded = (...given: unknown[]) => {
      const result = query(...(given.length === 2 ? withName(given[0], given[1]) : given));
      if (result instanceof Promise)
        result.catch((error: Error & { code?: string }) => {
          const { connection } = client as unknown as { connection: { stream: { destroy(): void } } };
          if (error.message === 'Query read timeout') connection.stream.destroy();
          if (error.code === readOnly) outdated.add(client);
        });
      return result;
    };
    Object.assign(client, { query: guarded });
  });
}
