import type { Database, RequestRow } from '../../db/schema.ts';
import { portalApi } from '../../events/event-names.ts';
import type { Source } from '../../events/live-streams.ts';

/** What of a workspace's calls a client follows, and how it is shown. */
export interface FollowedRequests {
  workspaceId: string;
  target?: 'sandbox' | 'platform';
  /** The row number of the last call that the client has; without it, only new calls are sent. */
  after?: number;
  show(row: RequestRow): unknown;
  /** The id by which a client continues after a call. */
  markOf(row: RequestRow): string;
}

const pollMs = 1_000;
const batchSize = 100;

/** Calls as they are answered, as a stream tells them. */
export async function requestSource(db: Database, followed: FollowedRequests): Promise<Source> {
  const { workspaceId, target, show, markOf } = followed;
  let last = followed.after ?? (await lastRequest(db, workspaceId));
  return {
    every: pollMs,
    sendNew: async (emit) => {
      const rows = await db
        .selectFrom('request')
        .selectAll()
        .where('workspace_id', '=', workspaceId)
        .where('seq', '>', last)
        .orderBy('seq')
        .limit(batchSize)
        .execute();
      for (const row of rows) {
        last = row.seq;
        const isPlatform = row.api === portalApi;
        if (target === undefined || isPlatform === (target === 'platform'))
          await emit('request', show(row), markOf(row));
      }
      return rows.length === batchSize;
    },
  };
}

async function lastRequest(db: Database, workspaceId: string): Promise<number> {
  const row = await db
    .selectFrom('request')
    .select('seq')
    .where('workspace_id', '=', workspaceId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.seq ?? 0;
}
