import { announce, listen } from '../db/announcements.ts';
import type { Database } from '../db/schema.ts';

/** A change in a workspace, announced when its transaction commits. */
export interface WorkspaceChange {
  workspaceId: string;
  /** Whether deliveries may have become due. */
  due?: boolean;
  /** Whether credentials, members or the clock have changed, so that what was known of callers is outdated. */
  access?: boolean;
  /** Ids of new or changed deliveries. */
  deliveries?: string[];
}

/** Keeps a payload of NOTIFY under PostgreSQL's limit of 8,000 bytes. */
const maxIds = 100;

export async function announceChange(db: Database, { deliveries = [], ...change }: WorkspaceChange): Promise<void> {
  for (let start = 0; start === 0 || start < deliveries.length; start += maxIds)
    await announce(db, JSON.stringify({ ...change, deliveries: deliveries.slice(start, start + maxIds) }));
}

/** Anybody with access to the database can write to the channel: what is no change is ignored. */
export function listenForChanges(db: Database, listener: (change: WorkspaceChange) => void): () => Promise<void> {
  return listen(db, (text) => {
    const change = findChange(text);
    if (change) listener(change);
  });
}

function findChange(text: string): WorkspaceChange | undefined {
  try {
    const change = JSON.parse(text) as WorkspaceChange | null;
    return typeof change?.workspaceId === 'string' ? change : undefined;
  } catch {
    return undefined;
  }
}
