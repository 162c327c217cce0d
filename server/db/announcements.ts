import { EventEmitter } from 'node:events';
import { CompiledQuery, sql } from 'kysely';
import type { Database } from './schema.ts';

/** Takes what was announced, once the transaction in which it was is committed. */
export type Listener = (text: string) => void;

/** How news of a database reach whoever listens to them. */
interface Channel {
  announce(db: Database, text: string): Promise<void>;
  listen(listener: Listener): () => Promise<void>;
}

const channels = new WeakMap<object, Channel>();

/** Gives a database its channel, which its transactions share. */
export function rememberChannel(db: Database, channel: Channel): void {
  channels.set(keyOf(db), channel);
}

/** Tells all who listen on this database, as soon as the transaction commits, and nobody if it does not. News may be lost: whoever needs them looks for himself now and then. */
export async function announce(db: Database, text: string): Promise<void> {
  await channelOf(db).announce(db, text);
}

/** Hears what is announced on this database, by other processes too where it is a PostgreSQL; gives what ends that. */
export function listen(db: Database, listener: Listener): () => Promise<void> {
  return channelOf(db).listen(listener);
}

/** News within this process. The one connection that writes is free only when the transaction is over, however it ends. */
export function localChannel(root: Database): Channel {
  const emitter = new EventEmitter().setMaxListeners(0);
  let waiting: Set<string> | undefined;
  const flush = async () => {
    await root.executeQuery(CompiledQuery.raw('select 1'));
    const texts = waiting ?? [];
    waiting = undefined;
    for (const text of texts) emitter.emit('news', text);
  };
  return {
    announce: async (_db, text) => {
      if (waiting) return void waiting.add(text);
      waiting = new Set([text]);
      // A database that is closed has nobody left to tell.
      flush().catch(() => {});
    },
    listen: (listener) => {
      emitter.on('news', listener);
      return async () => void emitter.off('news', listener);
    },
  };
}

export const postgresChannelName = 'cais';

/** Sends news by PostgreSQL, which holds them back until the transaction commits. */
export async function notify(db: Database, text: string): Promise<void> {
  await sql`select pg_notify(${postgresChannelName}, ${text})`.execute(db);
}

function channelOf(db: Database): Channel {
  const channel = channels.get(keyOf(db));
  if (!channel) throw new Error('This database was not opened by openDatabase.');
  return channel;
}

/** A database and its transactions are different objects over one adapter. */
function keyOf(db: Database): object {
  return db.getExecutor().adapter;
}
