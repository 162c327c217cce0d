import { EventEmitter } from 'node:events';
import pg from 'pg';
import { type Listener, notify, postgresChannelName } from './announcements.ts';
import { connectionOptions } from './postgres-pool.ts';
import { newPresence, presenceClass } from './process-name.ts';

const retryDelay = 1000;

/** A connection that is opened again whenever it is lost. */
interface Connection {
  presence(): number | undefined;
  end(): Promise<void>;
}

/**
 * A channel between all processes on one PostgreSQL, by LISTEN and NOTIFY; it holds a dedicated connection while anyone listens.
 * The connection's lock tells other processes that this one lives: PostgreSQL lets go of it when the process dies.
 */
export function postgresChannel(url: string) {
  const emitter = new EventEmitter().setMaxListeners(0);
  let connection: Connection | undefined;
  return {
    announce: notify,
    listen: (listener: Listener) => {
      emitter.on('news', listener);
      connection ??= listenForever(url, (text) => emitter.emit('news', text));
      return async () => {
        emitter.off('news', listener);
        if (emitter.listenerCount('news') > 0) return;
        const closing = connection;
        connection = undefined;
        await closing?.end();
      };
    },
    presence: () => connection?.presence(),
  };
}

/** Reconnects whenever the connection is lost. */
function listenForever(url: string, onText: (text: string) => void): Connection {
  const presence = newPresence();
  let isPresent = false;
  let ended = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  const connect = async () => {
    client = new pg.Client({ connectionString: url, ...connectionOptions });
    client.on('error', () => {});
    client.once('end', retry);
    client.on('notification', ({ payload }) => payload !== undefined && onText(payload));
    await client.connect();
    await client.query(`listen ${postgresChannelName}`);
    // Shared, because after a cut PostgreSQL may hold the lost connection's lock for a while.
    await client.query('select pg_advisory_lock_shared($1, $2)', [presenceClass, presence]);
    isPresent = true;
  };
  const retry = () => {
    isPresent = false;
    if (!ended) timer = setTimeout(start, retryDelay).unref();
  };
  let connecting = Promise.resolve();
  const start = () => {
    connecting = connect().catch(() => void client?.end().catch(() => {}));
  };
  start();
  return {
    presence: () => (isPresent ? presence : undefined),
    end: async () => {
      ended = true;
      clearTimeout(timer);
      await connecting;
      await client?.end().catch(() => {});
    },
  };
}
