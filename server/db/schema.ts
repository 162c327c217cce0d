import type { Generated, Insertable, Kysely, Selectable } from 'kysely';

/** Times are ISO 8601 in UTC; JSON is kept as text, so that both databases give back what was stored, in its order. */
export interface Tables {
  workspace: WorkspaceTable;
  api_key: ApiKeyTable;
  record: RecordTable;
  unique_value: UniqueValueTable;
  seeding: SeedingTable;
  counter: CounterTable;
  idempotency_key: IdempotencyKeyTable;
  event: EventTable;
  indexed_field: IndexedFieldTable;
  list_size: ListSizeTable;
}

interface WorkspaceTable {
  id: string;
  kind: 'guest';
  created_at: string;
  expires_at: string | null;
  /** Milliseconds by which the workspace's clock is ahead of the real one. */
  clock_offset: Generated<number>;
}

interface ApiKeyTable {
  id: string;
  workspace_id: string;
  /** HMAC-SHA-256 of the secret under the pepper of this version; the secret itself is never kept. */
  digest: string;
  pepper_version: number;
  last_four: string;
  environment: 'test' | 'live';
  scopes: string;
  created_at: string;
  expires_at: string | null;
  revoked_at: string | null;
}

/** One document of one store: an invoice, a customer. `parent` holds the keys of the path above it, joined by `/`. */
interface RecordTable {
  seq: Generated<number>;
  workspace_id: string;
  api: string;
  store: string;
  parent: string;
  id: string;
  body: string;
  /** When the next step of its lifecycle is due: milliseconds since 1970 on the workspace's clock. */
  due_at: number | null;
}

/** Values that must be unique in a store; the database refuses the second one. */
interface UniqueValueTable {
  workspace_id: string;
  api: string;
  store: string;
  field: string;
  value: string;
  record_id: string;
}

/** Which APIs of which workspace hold their seed data already. */
interface SeedingTable {
  workspace_id: string;
  api: string;
  created_at: string;
}

/** Requests that may be sent again; without an answer the first one is still running, while its lease lasts. */
interface IdempotencyKeyTable {
  workspace_id: string;
  api: string;
  operation: string;
  key: string;
  fingerprint: string;
  owner: string;
  leased_until: string;
  expires_at: string;
  answer: string | null;
}

/** What was told of a change, as it was told; `seq` is the order in which it became true. */
interface EventTable {
  seq: Generated<number>;
  id: string;
  workspace_id: string;
  api: string;
  type: string;
  store: string;
  record_id: string;
  created_at: string;
  payload: string;
}

/** How many records a list has; the database counts by itself. */
interface ListSizeTable {
  workspace_id: string;
  api: string;
  store: string;
  parent: string;
  total: number;
}

/** A field of a store by which a workspace's long list is indexed; the entries themselves are the database's own business. */
interface IndexedFieldTable {
  id: Generated<number>;
  workspace_id: string;
  api: string;
  store: string;
  path: string;
  kind: string;
}

/** The last number that a store of numbered records gave away. */
interface CounterTable {
  workspace_id: string;
  api: string;
  store: string;
  value: number;
}

export type Database = Kysely<Tables>;
export type EventRow = Selectable<EventTable>;
export type RecordRow = Selectable<RecordTable>;
export type NewApiKey = Insertable<ApiKeyTable>;
