import { EventEmitter } from 'node:events';
import { CompiledQuery, sql } from 'kysely';
import type { Database } from './schema.ts';

/** Receives an announcement after its transaction has committed. */
export type Listener = (text: string) => void;

/** How announcements of a database reach its listeners. */
interface Channel {
  announce(db: Database, text: string): Promise<void>;
  listen(listener: Listener): () => Promise<void>;
  /** The number of the lock that PostgreSQL holds while this process lives and listens; undefined without one, and on SQLite. */
  presence(): number | undefined;
}

const channels = new WeakMap<object, Channel>();

/** Sets the channel of a database and of its transactions. */
export function setChannel(db: Database, channel: Channel): void {
  channels.set(keyOf(db), channel);
}

/** Notifies this database's listeners once the transaction commits; on rollback, none. Announcements may be lost, so listeners must also poll. */
export async function announce(db: Database, text: string): Promise<void> {
  await channelOf(db).announce(db, text);
}

/** Listens to announcements on this database, on PostgreSQL also from other processes; returns a function that stops. */
export function listen(db: Database, listener: Listener): () => Promise<void> {
  return channelOf(db).listen(listener);
}

/** The number by which other processes find out whether this one lives (`process-name.ts`); undefined on SQLite, and while nobody listens. */
export function presenceOf(db: Database): number | undefined {
  return channelOf(db).presence();
}

/** A channel within this process. The only write connection is not free until the transaction has ended, so `flush` waits for it. */
export function localChannel(root: Database): Channel {
  const emitter = new EventEmitter().setMaxListeners(0);
  let pending: Set<string> | undefined;
  const flush = async () => {
    await root.executeQuery(CompiledQuery.raw('pragma user_version'));
    const texts = pending ?? [];
    pending = undefined;
    for (const text of texts) emitter.emit('news', text);
  };
  return {
    announce: async (_db, text) => {
      if (pending) return void pending.add(text);
      pending = new Set([text]);
      // A closed database has no listeners left.
      flush().catch(() => {});
    },
    listen: (listener) => {
      emitter.on('news', listener);
      return async () => void emitter.off('news', listener);
    },
    presence: () => undefined,
  };
}

export const postgresChannelName = 'cais';

/** Sends an announcement through PostgreSQL, which delays it until the transaction commits. */
export async function notify(db: Database, text: string): Promise<void> {
  await sql`select pg_notify(${postgresChannelName}, ${text})`.execute(db);
}

function channelOf(db: Database): Channel {
  const channel = channels.get(keyOf(db));
  if (!channel) throw new Error('This database was not opened by openDatabase.');
  return channel;
}

/** A database and its transactions are different objects that share an adapter. */
function keyOf(db: Database): object {
  return db.getExecutor().adapter;
}
