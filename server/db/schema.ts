import type { Generated, Insertable, Kysely, Selectable } from 'kysely';

/** Times are ISO 8601 in UTC; JSON is kept as text, so that both databases give back what was stored, in its order. */
export interface Tables {
  workspace: WorkspaceTable;
  api_key: ApiKeyTable;
  record: RecordTable;
  unique_value: UniqueValueTable;
  seeding: SeedingTable;
  counter: CounterTable;
}

interface WorkspaceTable {
  id: string;
  kind: 'guest';
  created_at: string;
  expires_at: string | null;
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

/** The last number that a store of numbered records gave away. */
interface CounterTable {
  workspace_id: string;
  api: string;
  store: string;
  value: number;
}

export type Database = Kysely<Tables>;
export type RecordRow = Selectable<RecordTable>;
export type NewApiKey = Insertable<ApiKeyTable>;
