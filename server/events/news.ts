import { announce, listen } from '../db/announcements.ts';
import type { Database } from '../db/schema.ts';

/** What has changed in a workspace; told when the transaction commits. */
export interface News {
  workspaceId: string;
  /** Something may be due that was not before. */
  due?: boolean;
  /** Deliveries that were added or changed. */
  deliveries?: string[];
}

/** PostgreSQL carries 8,000 bytes at once. */
const mostAtOnce = 100;

export async function tellNews(db: Database, { deliveries = [], ...news }: News): Promise<void> {
  for (let start = 0; start === 0 || start < deliveries.length; start += mostAtOnce)
    await announce(db, JSON.stringify({ ...news, deliveries: deliveries.slice(start, start + mostAtOnce) }));
}

export function hearNews(db: Database, hear: (news: News) => void): () => Promise<void> {
  return listen(db, (text) => hear(JSON.parse(text) as News));
}
