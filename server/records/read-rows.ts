import type { Database } from '../db/schema.ts';
import type { Place } from './find-record.ts';

/** A page of an API's records as they are stored, in the order of their creation. */
export function readRows(
  db: Database,
  { workspaceId, api }: Pick<Place, 'workspaceId' | 'api'>,
  { after, limit }: { after: number; limit: number },
): Promise<{ seq: number; store: string; parent: string; id: string; body: string; due_at: number | null }[]> {
  return db
    .selectFrom('record')
    .select(['seq', 'store', 'parent', 'id', 'body', 'due_at'])
    .where('workspace_id', '=', workspaceId)
    .where('api', '=', api)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
}
