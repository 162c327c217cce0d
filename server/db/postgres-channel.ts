import { EventEmitter } from 'node:events';
import pg from 'pg';
import { type Listener, notify, postgresChannelName } from './announcements.ts';

const retryAfter = 1000;

/** News among all processes on one PostgreSQL, by LISTEN and NOTIFY over a connection of its own while somebody listens. */
export function postgresChannel(url: string) {
  const emitter = new EventEmitter().setMaxListeners(0);
  let ears: { end(): Promise<void> } | undefined;
  return {
    announce: notify,
    listen: (listener: Listener) => {
      emitter.on('news', listener);
      ears ??= listenForever(url, (text) => emitter.emit('news', text));
      return async () => {
        emitter.off('news', listener);
        if (emitter.listenerCount('news') > 0) return;
        const closing = ears;
        ears = undefined;
        await closing?.end();
      };
    },
  };
}

/** Connects again whenever the connection is lost. */
function listenForever(url: string, heard: (text: string) => void): { end(): Promise<void> } {
  let ended = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  const connect = async () => {
    client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    client.once('end', later);
    client.on('notification', ({ payload }) => payload !== undefined && heard(payload));
    await client.connect();
    await client.query(`listen ${postgresChannelName}`);
  };
  const later = () => {
    if (!ended) timer = setTimeout(start, retryAfter).unref();
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
