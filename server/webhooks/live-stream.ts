import { PassThrough, type Readable, type Writable } from 'node:stream';
import { Refusal } from '../answers/refusal.ts';
import type { Database, EventRow } from '../db/schema.ts';
import { readEvents } from '../events/event-store.ts';
import { listenForChanges } from '../events/workspace-changes.ts';
import { quotaExceeded } from '../identity/quotas.ts';
import { findDeliveries, type ShownDelivery } from './delivery-log.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** What a client follows, and how it is shown. */
export interface Following {
  workspaceId: string;
  /** Only events and deliveries caused by this request. */
  requestId?: string;
  /** The row number of the last event that the client has; without it, only new events are sent. */
  after?: number;
  /** Whether the client may follow at all, now. */
  stillMay(): Promise<boolean>;
  showEvent(event: EventRow): unknown;
  showDelivery(delivery: ShownDelivery): unknown;
  /** The id by which a client continues after an event. */
  markOf(event: EventRow): string;
}

const heartbeatMs = 15_000;
const pollMs = 5_000;
/** How often a stream's credential is checked, for the case that an announcement is lost. */
const checkMs = 1_000;
/** How long a client may take for what is left, when streams end. */
const lastWordsMs = 1_000;
const batchSize = 100;
/** A client this far behind has to reconnect. */
const tooFarBehind = 10_000;

/** How many streams a workspace may have open, by its kind. */
export type StreamQuotas = Record<'guest' | 'team', number>;

/** Sends events and delivery changes as server-sent events, as they happen. */
export function createLiveStreams(db: Database, quotas: StreamQuotas, onError: (error: unknown) => void) {
  const open = new Map<Writable, string>();
  let isClosed = false;

  const countOf = (workspaceId: string) => [...open.values()].filter((id) => id === workspaceId).length;

  /** Starts a stream, unless the workspace has as many open here as it may (403); its position is read first, so that nothing after the call is missed. */
  async function follow(following: Following): Promise<Readable> {
    if (isClosed) throw stopping();
    const { workspaceId, requestId, stillMay, showEvent, showDelivery, markOf } = following;
    const stream = new PassThrough();
    const changed = new Set<string>();
    const { kind } = await db
      .selectFrom('workspace')
      .select('kind')
      .where('id', '=', workspaceId)
      .executeTakeFirstOrThrow();
    let last = following.after ?? (await lastEvent(db, workspaceId));
    if (isClosed) throw stopping();
    const used = countOf(workspaceId);
    if (used >= quotas[kind]) throw tooMany({ limit: quotas[kind], used });

    const send = async (text: string) => {
      if (!stream.writable) return;
      if (!stream.write(text)) await new Promise((resolve) => stream.once('drain', resolve).once('close', resolve));
    };
    const emit = (event: string, data: unknown, id?: string) =>
      send(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    const sendNew = untilItFails(async () => {
      const query = { limit: batchSize, after: last, order: 'asc' as const };
      const { rows: events, hasMore } = await readEvents(db, workspaceId, query);
      for (const event of events) {
        last = event.seq;
        if (requestId === undefined || event.request_id === requestId)
          await emit('event', showEvent(event), markOf(event));
      }
      const ids = [...changed].slice(0, batchSize);
      for (const id of ids) changed.delete(id);
      for (const delivery of await findDeliveries(db, workspaceId, ids))
        if (requestId === undefined || delivery.request_id === requestId)
          await emit('delivery', showDelivery(delivery));
      return hasMore || changed.size > 0;
    });
    const check = untilItFails(async () => {
      if (!(await stillMay())) stream.destroy();
      return false;
    });
    function untilItFails(run: () => Promise<boolean>): () => void {
      const start = oneAtATime(async () => stream.writable && run());
      return () =>
        void start().catch((error) => {
          onError(error);
          stream.destroy();
        });
    }

    const unsubscribe = listenForChanges(db, (change) => {
      if (change.workspaceId !== workspaceId) return;
      if (change.access) check();
      for (const id of change.deliveries ?? []) changed.add(id);
      if (changed.size > tooFarBehind) stream.destroy();
      else sendNew();
    });
    const heartbeat = setInterval(() => stream.writable && stream.write(': still here\n\n'), heartbeatMs).unref();
    // Notifications may be lost; the database has everything.
    const polling = setInterval(sendNew, pollMs).unref();
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
    {
      en: `A workspace of this kind may have ${limit.toLocaleString('en')} event streams open on a server. Close one, and try again.`,
      pt: `Um espaço de trabalho deste tipo pode ter ${limit.toLocaleString('pt-BR')} fluxos de eventos abertos em um servidor. Feche um e tente de novo.`,
    },
  );
}

function stopping(): Refusal {
  const detail = {
    en: 'This server is stopping. Open the stream again in a second.',
    pt: 'Este servidor está sendo encerrado. Abra o fluxo de novo em um segundo.',
  };
  return new Refusal('unavailable', detail, { headers: { 'retry-after': '1' } });
}

async function lastEvent(db: Database, workspaceId: string): Promise<number> {
  const { rows: events } = await readEvents(db, workspaceId, { limit: 1, order: 'desc' });
  return events[0]?.seq ?? 0;
}
