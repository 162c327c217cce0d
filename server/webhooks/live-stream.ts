import { PassThrough, type Readable } from 'node:stream';
import type { Database, EventRow } from '../db/schema.ts';
import { readEvents } from '../events/event-store.ts';
import { hearNews } from '../events/news.ts';
import { findDeliveries, type ShownDelivery } from './delivery-log.ts';

/** What somebody follows, and how it is told. */
export interface Following {
  workspaceId: string;
  /** Only what this request caused. */
  requestId?: string;
  /** The row number of the last event that the caller has; without it, only what happens from now on is told. */
  after?: number;
  showEvent(event: EventRow): unknown;
  showDelivery(delivery: ShownDelivery): unknown;
  /** What a caller names to go on behind an event. */
  markOf(event: EventRow): string;
}

const heartbeatMs = 15_000;
const lookMs = 5_000;
const most = 100;
/** A reader who is so far behind has to connect again. */
const tooFarBehind = 10_000;

/** Tells events and changes of deliveries as server-sent events, while they happen. */
export function createLiveStreams(db: Database, onError: (error: unknown) => void) {
  const open = new Map<Readable, string>();

  /** Starts a stream; its position is taken before anything else is done, so that nothing after the call is missed. */
  async function follow(following: Following): Promise<Readable> {
    const { workspaceId, requestId, showEvent, showDelivery, markOf } = following;
    const stream = new PassThrough();
    const changed = new Set<string>();
    let last = following.after ?? (await lastEvent(db, workspaceId));
    let busy = false;
    let again = true;

    const send = async (text: string) => {
      if (!stream.write(text)) await new Promise((resolve) => stream.once('drain', resolve).once('close', resolve));
    };
    const tell = (event: string, data: unknown, id?: string) =>
      send(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    const look = async () => {
      again = true;
      if (busy) return;
      busy = true;
      try {
        while (again && !stream.destroyed) {
          again = false;
          const query = { limit: most, after: last, order: 'asc' as const };
          const { rows: events, hasMore } = await readEvents(db, workspaceId, query);
          for (const event of events) {
            last = event.seq;
            if (requestId === undefined || event.request_id === requestId)
              await tell('event', showEvent(event), markOf(event));
          }
          const ids = [...changed].slice(0, most);
          for (const id of ids) changed.delete(id);
          for (const delivery of await findDeliveries(db, workspaceId, ids))
            if (requestId === undefined || delivery.request_id === requestId)
              await tell('delivery', showDelivery(delivery));
          again ||= hasMore || changed.size > 0;
        }
      } catch (error) {
        onError(error);
        stream.destroy();
      } finally {
        busy = false;
      }
    };

    const deafen = hearNews(db, (news) => {
      if (news.workspaceId !== workspaceId) return;
      for (const id of news.deliveries ?? []) changed.add(id);
      if (changed.size > tooFarBehind) stream.destroy();
      else void look();
    });
    const heartbeat = setInterval(() => stream.write(': still here\n\n'), heartbeatMs).unref();
    // News may get lost; what is in the database does not.
    const looking = setInterval(look, lookMs).unref();
    stream.once('close', () => {
      clearInterval(heartbeat);
      clearInterval(looking);
      open.delete(stream);
      deafen().catch(onError);
    });
    open.set(stream, workspaceId);
    stream.write(': open\n\n');
    void look();
    return stream;
  }

  return {
    follow,
    /** The workspaces that somebody follows. */
    followed: (): string[] => [...new Set(open.values())],
    close: (): void => {
      for (const stream of open.keys()) stream.destroy();
    },
  };
}

async function lastEvent(db: Database, workspaceId: string): Promise<number> {
  const { rows: events } = await readEvents(db, workspaceId, { limit: 1, order: 'desc' });
  return events[0]?.seq ?? 0;
}
