import { PassThrough, type Readable, type Writable } from 'node:stream';
import { Refusal } from '../answers/refusal.ts';
import { say, sayNumber } from '../answers/say.ts';
import type { Database } from '../db/schema.ts';
import { quotaExceeded } from '../identity/quotas.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { listenForChanges, type WorkspaceChange } from './workspace-changes.ts';

/** Who follows a workspace. */
export interface Follower {
  workspaceId: string;
  /** Whether the client may follow at all, now. */
  stillMay(): Promise<boolean>;
}

/** Sends one server-sent event; resolves when the client can take more. */
type Emit = (event: string, data: unknown, id?: string) => Promise<void>;

/** What a stream tells. */
export interface Source {
  /** Sends what is new; resolves to whether there is more. */
  sendNew(emit: Emit): Promise<boolean>;
  /** Notes a change of the workspace; false if the client is so far behind that it has to reconnect. */
  note?(change: WorkspaceChange): boolean;
  /** Milliseconds between two looks: notifications may be lost, and the database has everything. */
  every: number;
}

const heartbeatMs = 15_000;
/** How often a stream's credential is checked, for the case that an announcement is lost. */
const checkMs = 1_000;
/** How long a client may take for what is left, when streams end. */
const lastWordsMs = 1_000;

/** How many streams a workspace may have open, by its kind. */
export type StreamQuotas = Record<'guest' | 'team', number>;

export type LiveStreams = ReturnType<typeof createLiveStreams>;

/** Sends what happens in workspaces as server-sent events, as it happens. */
export function createLiveStreams(db: Database, quotas: StreamQuotas, onError: (error: unknown) => void) {
  const open = new Map<Writable, string>();
  let isClosed = false;

  const countOf = (workspaceId: string) => [...open.values()].filter((id) => id === workspaceId).length;

  /**
   * Starts a stream, unless the workspace has as many open here as it may (403). The source reads its position first, so that
   * nothing after the call is missed.
   */
  async function follow({ workspaceId, stillMay }: Follower, start: () => Promise<Source>): Promise<Readable> {
    if (isClosed) throw stopping();
    const { kind } = await db
      .selectFrom('workspace')
      .select('kind')
      .where('id', '=', workspaceId)
      .executeTakeFirstOrThrow();
    const source = await start();
    if (isClosed) throw stopping();
    const used = countOf(workspaceId);
    if (used >= quotas[kind]) throw tooMany({ limit: quotas[kind], used });

    const stream = new PassThrough();
    const emit: Emit = async (event, data, id) => {
      if (!stream.writable) return;
      const text = `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
      if (!stream.write(text)) await new Promise((resolve) => stream.once('drain', resolve).once('close', resolve));
    };
    const sendNew = untilItFails(() => source.sendNew(emit));
    const check = untilItFails(async () => {
      if (!(await stillMay())) stream.destroy();
      return false;
    });
    function untilItFails(run: () => Promise<boolean>): () => void {
      const once = oneAtATime(async () => stream.writable && run());
      return () =>
        void once().catch((error) => {
          onError(error);
          stream.destroy();
        });
    }

    const unsubscribe = listenForChanges(db, (change) => {
      if (change.workspaceId !== workspaceId) return;
      if (change.access) check();
      if (source.note?.(change) === false) stream.destroy();
      else sendNew();
    });
    const heartbeat = setInterval(() => stream.writable && stream.write(': still here\n\n'), heartbeatMs).unref();
    const polling = setInterval(sendNew, source.every).unref();
    const checks = setInterval(check, checkMs).unref();
    stream.once('close', () => {
      clearInterval(checks);
      clearInterval(heartbeat);
      clearInterval(polling);
      open.delete(stream);
      unsubscribe().catch(onError);
    });
    open.set(stream, workspaceId);
    stream.write(': open\n\n');
    sendNew();
    return stream;
  }

  return {
    follow,
    /** How many streams a workspace has open on this server. */
    countOf,
    /** The workspaces with open streams. */
    followed: (): string[] => [...new Set(open.values())],
    /** Ends all streams, and tells their clients to come back in a second: to another server, or to this one's successor. */
    close: (): void => {
      isClosed = true;
      for (const stream of open.keys()) {
        stream.end('retry: 1000\n\n');
        // A client that does not read holds nobody up.
        setTimeout(() => stream.destroy(), lastWordsMs).unref();
      }
    },
  };
}

function tooMany({ limit, used }: { limit: number; used: number }): Refusal {
  return quotaExceeded(
    { name: 'event_streams', limit, used },
    say('events.too-many-streams', { limit: sayNumber(limit) }),
  );
}

function stopping(): Refusal {
  const detail = say('events.stopping');
  return new Refusal('unavailable', detail, { headers: { 'retry-after': '1' } });
}
