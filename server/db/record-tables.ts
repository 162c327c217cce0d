import type { Generated } from 'kysely';

/** A record of a store: an invoice, a customer. `parent` holds the ids of the path above it, joined by `/`. */
export interface RecordTable {
  seq: Generated<number>;
  workspace_id: string;
  api: string;
  store: string;
  parent: string;
  id: string;
  body: string;
  /** When the next step of its lifecycle is due, in milliseconds since 1970 on the workspace's clock. */
  due_at: number | null;
  /** When it was last changed, in microseconds since 1970 and unique in the store; null if its API does not expose it. */
  changed_at: number | null;
  /** The request that started its lifecycle, and so caused its later steps. */
  request_id: string | null;
}

/** Values that must be unique in a store: the database rejects duplicates, and deletes a record's values with the record. */
export interface UniqueValueTable {
  workspace_id: string;
  api: string;
  store: string;
  field: string;
  value: string;
  record_seq: number;
}

/** The APIs whose seed data a workspace already has. */
export interface SeedingTable {
  workspace_id: string;
  api: string;
  created_at: string;
}

/** Idempotent requests; while `answer` is null and the lease lasts, the first one is still running. */
export interface IdempotencyKeyTable {
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

/** How many records a list has, and the bytes of their JSON in UTF-8; triggers keep both. */
export interface ListSizeTable {
  workspace_id: string;
  api: string;
  store: string;
  parent: string;
  total: number;
  bytes: number;
}

/** A field by which a workspace's long list is indexed; `fill-index.ts` fills it, triggers maintain the entries. */
export interface IndexedFieldTable {
  id: Generated<number>;
  workspace_id: string;
  api: string;
  store: string;
  path: string;
  kind: string;
  /** While it is filled in slices: the parent and number of the last record that it got, in this order; null when it has all. */
  filled_parent: string | null;
  filled_seq: number | null;
}

/** A store with indexed fields. Each change of its records raises the version, in the order of commits. */
export interface IndexedListTable {
  id: Generated<number>;
  workspace_id: string;
  api: string;
  store: string;
  version: number;
}

/** A record that a version of a list has changed, added or removed; triggers keep those of the last 1,000 versions. */
export interface ListChangeTable {
  list_id: number;
  version: number;
  seq: number;
}

/** The last change time that a store assigned, in microseconds since 1970. */
export interface LastChangeTable {
  workspace_id: string;
  api: string;
  store: string;
  moment: number;
}

/** The last number that a store of numbered records assigned. */
export interface CounterTable {
  workspace_id: string;
  api: string;
  store: string;
  value: number;
}
