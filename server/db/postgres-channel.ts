import { EventEmitter } from 'node:events';
import pg from 'pg';
import { type Listener, notify, postgresChannelName } from './announcements.ts';
import { connectionOptions } from './postgres-pool.ts';

const retryDelay = 1000;

/** A channel between all processes on one PostgreSQL, by LISTEN and NOTIFY; it holds a dedicated connection while anyone listens. */
export function postgresChannel(url: string) {
  const emitter = new EventEmitter().setMaxListeners(0);
  let connection: { end(): Promise<void> } | undefined;
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
  };
}

/** Reconnects whenever the connection is lost. */
function listenForever(url: string, onText: (text: string) => void): { end(): Promise<void> } {
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
  };
  const retry = () => {
    if (!ended) timer = setTimeout(start, retryDelay).unref();
  };
  let connecting = Promise.resolve();
  const start = () => {
    connecting = connect().catch(() => void client?.end().catch(() => {}));
  };
  start();
  return {
    end: async () => {
      ended = true;
      clearTimeout(timer);
      await connecting;
      await client?.end().catch(() => {});
    },
  };
}
