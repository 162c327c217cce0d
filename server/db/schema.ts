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
import type {
  CounterTable,
  IdempotencyKeyTable,
  IndexedFieldTable,
  LastChangeTable,
  ListSizeTable,
  RecordTable,
  SeedingTable,
  UniqueValueTable,
} from './record-tables.ts';
import type {
  AttemptTable,
  DeliveryTable,
  InboxMessageTable,
  InboxTable,
  WebhookEndpointTable,
} from './webhook-tables.ts';

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
