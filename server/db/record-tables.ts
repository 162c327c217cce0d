import type { Generated } from 'kysely';

/** One document of one store: an invoice, a customer. `parent` holds the keys of the path above it, joined by `/`. */
export interface RecordTable {
  seq: Generated<number>;
  workspace_id: string;
  api: string;
  store: string;
  parent: string;
  id: string;
  body: string;
  /** When the next step of its lifecycle is due: milliseconds since 1970 on the workspace's clock. */
  due_at: number | null;
  /** When it was last changed, where its API tells: microseconds since 1970, unlike those of all other records of the store. */
  changed_at: number | null;
  /** The request that began its lifecycle, which is also the cause of what it goes through later. */
  request_id: string | null;
}

/** Values that must be unique in a store: the database refuses a second one, and removes a record's with the record. */
export interface UniqueValueTable {
  workspace_id: string;
  api: string;
  store: string;
  field: string;
  value: string;
  record_seq: number;
}

/** Which APIs of which workspace hold their seed data already. */
export interface SeedingTable {
  workspace_id: string;
  api: string;
  created_at: string;
}

/** Requests that may be sent again; without an answer the first one is still running, while its lease lasts. */
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

/** How many records a list has; the database counts by itself. */
export interface ListSizeTable {
  workspace_id: string;
  api: string;
  store: string;
  parent: string;
  total: number;
}

/** A field of a store by which a workspace's long list is indexed; the entries themselves are the database's own business. */
export interface IndexedFieldTable {
  id: Generated<number>;
  workspace_id: string;
  api: string;
  store: string;
  path: string;
  kind: string;
}

/** The last moment of change that a store gave away, in microseconds since 1970. */
export interface LastChangeTable {
  workspace_id: string;
  api: string;
  store: string;
  moment: number;
}

/** The last number that a store of numbered records gave away. */
export interface CounterTable {
  workspace_id: string;
  api: string;
  store: string;
  value: number;
}
