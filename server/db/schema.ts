import type { Generated, Kysely, Selectable } from 'kysely';
import type {
  ApiKeyTable,
  AuditEventTable,
  CredentialUseTable,
  OAuthClientTable,
  RevokedTokenTable,
  SigningKeyTable,
} from './identity-tables.ts';
import type {
  InvitationTable,
  MemberTable,
  OutboxLetterTable,
  PersonSessionTable,
  PersonTable,
  PersonVerificationTable,
} from './people-tables.ts';

/** Times are ISO 8601 in UTC; JSON is kept as text, so that both databases give back what was stored, in its order. */
export interface Tables {
  workspace: WorkspaceTable;
  api_key: ApiKeyTable;
  oauth_client: OAuthClientTable;
  signing_key: SigningKeyTable;
  revoked_token: RevokedTokenTable;
  credential_use: CredentialUseTable;
  audit_event: AuditEventTable;
  person: PersonTable;
  person_session: PersonSessionTable;
  person_verification: PersonVerificationTable;
  member: MemberTable;
  invitation: InvitationTable;
  outbox_letter: OutboxLetterTable;
  record: RecordTable;
  unique_value: UniqueValueTable;
  seeding: SeedingTable;
  counter: CounterTable;
  idempotency_key: IdempotencyKeyTable;
  event: EventTable;
  indexed_field: IndexedFieldTable;
  list_size: ListSizeTable;
  last_change: LastChangeTable;
  webhook_endpoint: WebhookEndpointTable;
  delivery: DeliveryTable;
  attempt: AttemptTable;
  inbox: InboxTable;
  inbox_message: InboxMessageTable;
}

interface WorkspaceTable {
  id: string;
  /** A guest's goes away after a day; a team's stays, and has members. */
  kind: 'guest' | 'team';
  name: string | null;
  created_at: string;
  expires_at: string | null;
  /** Milliseconds by which the workspace's clock is ahead of the real one. */
  clock_offset: Generated<number>;
  /** The origins whose pages may read answers, as a JSON list; null when all may. */
  allowed_origins: string | null;
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
  /** When it was last changed, where its API tells: microseconds since 1970, unlike those of all other records of the store. */
  changed_at: number | null;
  /** The request that began its lifecycle, which is also the cause of what it goes through later. */
  request_id: string | null;
}

/** Values that must be unique in a store: the database refuses a second one, and removes a record's with the record. */
interface UniqueValueTable {
  workspace_id: string;
  api: string;
  store: string;
  field: string;
  value: string;
  record_seq: number;
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
  /** By version of the API, where an older one tells it otherwise. */
  older_payloads: string | null;
  /** The request that caused it, then or earlier. */
  request_id: string | null;
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

/** The last moment of change that a store gave away, in microseconds since 1970. */
interface LastChangeTable {
  workspace_id: string;
  api: string;
  store: string;
  moment: number;
}

/** The last number that a store of numbered records gave away. */
interface CounterTable {
  workspace_id: string;
  api: string;
  store: string;
  value: number;
}

/** An address that gets events. Secrets are sealed; milliseconds are those of the workspace's clock. */
interface WebhookEndpointTable {
  seq: Generated<number>;
  id: string;
  workspace_id: string;
  url: string;
  description: string | null;
  /** JSON: `["notas:document_success", "crm:*"]`. */
  event_types: string;
  /** JSON: the version in which each API tells it events, `{"crm": "v1"}`. */
  api_versions: string;
  status: 'active' | 'paused' | 'disabled';
  disabled_reason: 'failures' | 'gone' | null;
  disabled_at: string | null;
  secret: string;
  previous_secret: string | null;
  /** By the real clock. */
  previous_secret_expires_at: string | null;
  consecutive_failures: Generated<number>;
  /** When the first of the failures in a row happened. */
  failing_since: number | null;
  circuit_opened_at: number | null;
  circuit_probe_at: number | null;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

/** An event for an endpoint: the outbox and the queue in one. What is left to do has a `due_at`. */
interface DeliveryTable {
  seq: Generated<number>;
  id: string;
  workspace_id: string;
  api: string;
  endpoint_id: string;
  event_id: string;
  type: string;
  store: string;
  record_id: string;
  request_id: string | null;
  api_version: string | null;
  created_at: string;
  status: 'pending' | 'delivered' | 'failed' | 'skipped';
  reason: 'exhausted' | 'gone' | 'endpoint_disabled' | 'endpoint_deleted' | 'type_not_selected' | null;
  attempt_count: Generated<number>;
  /** Attempts since it was put into the queue, the first time or again. */
  tries: Generated<number>;
  last_status: number | null;
  last_error: string | null;
  finished_at: string | null;
  /** Milliseconds on the workspace's clock. */
  due_at: number | null;
  /** By how much the workspace's clock was ahead when `due_at` was set: tells what is due from what was made due by moving the clock. */
  due_offset: Generated<number>;
  /** Who sends it, until when by the real clock; whoever comes later with another claim changes nothing. */
  claim: string | null;
  leased_until: number | null;
}

/** One request to an endpoint, written before it goes out. */
interface AttemptTable {
  id: string;
  delivery_id: string;
  number: number;
  claim: string;
  outcome: 'sending' | 'delivered' | 'failed' | 'interrupted';
  started_at: string;
  /** JSON: url and headers. */
  request: string;
  duration_ms: number | null;
  timing: string | null;
  address: string | null;
  response: string | null;
  error_code: string | null;
  error_detail: string | null;
  next_attempt_at: string | null;
}

/** An address of the portal that receives what others send, and answers as it was told to. */
interface InboxTable {
  seq: Generated<number>;
  id: string;
  workspace_id: string;
  name: string | null;
  answer: string;
  fail_next: number;
  created_at: string;
}

interface InboxMessageTable {
  seq: Generated<number>;
  id: string;
  inbox_id: string;
  received_at: string;
  method: string;
  query: string;
  headers: string;
  body: string;
  body_size: number;
  body_truncated: number;
  signature: 'valid' | 'invalid' | 'expired' | 'missing';
  event_id: string | null;
  answered_status: number | null;
}

export type Database = Kysely<Tables>;
export type ApiKeyRow = Selectable<ApiKeyTable>;
export type EventRow = Selectable<EventTable>;
export type OAuthClientRow = Selectable<OAuthClientTable>;
export type AuditEventRow = Selectable<AuditEventTable>;
export type SigningKeyRow = Selectable<SigningKeyTable>;
export type WebhookEndpointRow = Selectable<WebhookEndpointTable>;
export type DeliveryRow = Selectable<DeliveryTable>;
export type AttemptRow = Selectable<AttemptTable>;
export type InboxRow = Selectable<InboxTable>;
export type InboxMessageRow = Selectable<InboxMessageTable>;
