import type { Database } from '../db/schema.ts';
import type { ServedApi } from '../plan/served-api.ts';
import type { StorageQuota } from './storage-quota.ts';

/** One API in one workspace, for a request or a lifecycle step. */
export interface Sandbox {
  db: Database;
  api: ServedApi;
  workspaceId: string;
  /** The time on the workspace's clock. */
  now: Date;
  /** The base URL of the API. */
  baseUrl: string;
  /** The name that the caller signs in by, beside the key: the record with this id is their own, and there. */
  account?: string | undefined;
  /** The request that causes changes; null where there is none. */
  requestId: string | null;
  /** Set for what callers write; seed data, steps and removals are never refused. */
  storage?: StorageQuota | undefined;
}
