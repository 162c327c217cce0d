import type { Database } from '../db/schema.ts';
import type { ServedApi } from '../plan/served-api.ts';

/** One API in one workspace, as a request or a step of a lifecycle finds it. */
export interface Sandbox {
  db: Database;
  api: ServedApi;
  workspaceId: string;
  /** The time on the workspace's clock. */
  now: Date;
  /** The address that the API's paths are below. */
  baseUrl: string;
  /** The request that causes what happens; null where none does. */
  requestId: string | null;
}
