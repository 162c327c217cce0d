import type { Generated, Kysely, Selectable } from 'kysely';
import type { RequestContentTable, RequestTable, UsageTable } from './activity-tables.ts';
import type { AlertIncidentTable, AlertRuleTable } from './alert-tables.ts';
import type {
  ApiKeyTable,
  AuditEventTable,
  CredentialUseTable,
  OAuthClientTable,
  RevokedTokenTable,
  SigningKeyTable,
} from './identity-tables.ts';
import type { JobTable, LimitStateTable } from './node-tables.ts';
import type {
  InvitationTable,
  LetterToSendTable,
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
  IndexedListTable,
  LastChangeTable,
  ListChangeTable,
  ListSizeTable,
  RecordTable,
  SeedingTable,
  UniqueValueTable,
} from './record-tables.ts';
import type { SuggestionTable } from './suggestion-tables.ts';
import type {
  AttemptTable,
  DeliveryTable,
  EgressPaceTable,
  EgressWaitTable,
  InboxMessageTable,
  InboxTable,
  WebhookEndpointTable,
} from './webhook-tables.ts';

/** Times are ISO 8601 in UTC; JSON is stored as text, so that both databases preserve its order. */
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
  letter_to_send: LetterToSendTable;
  record: RecordTable;
  unique_value: UniqueValueTable;
  seeding: SeedingTable;
  counter: CounterTable;
  idempotency_key: IdempotencyKeyTable;
  event: EventTable;
  indexed_field: IndexedFieldTable;
  indexed_list: IndexedListTable;
  list_change: ListChangeTable;
  list_size: ListSizeTable;
  last_change: LastChangeTable;
  webhook_endpoint: WebhookEndpointTable;
  delivery: DeliveryTable;
  attempt: AttemptTable;
  egress_pace: EgressPaceTable;
  egress_wait: EgressWaitTable;
  inbox: InboxTable;
  inbox_message: InboxMessageTable;
  request: RequestTable;
  request_content: RequestContentTable;
  usage: UsageTable;
  alert_rule: AlertRuleTable;
  alert_incident: AlertIncidentTable;
  limit_state: LimitStateTable;
  job: JobTable;
  suggestion: SuggestionTable;
}

interface WorkspaceTable {
  id: string;
  /** A guest workspace expires after a day; a team workspace stays, and has members. */
  kind: 'guest' | 'team';
  name: string | null;
  created_at: string;
  expires_at: string | null;
  /** Milliseconds by which the workspace's clock is ahead of real time. */
  clock_offset: Generated<number>;
  /** When the clock was last moved forward, in real milliseconds, and by how many since it was last left alone for an hour. */
  clock_moved_at: number | null;
  clock_moved_by: Generated<number>;
  /** The origins whose pages may read responses (CORS), as a JSON list; null allows all. */
  allowed_origins: string | null;
}

/** The events that changes caused, with the payload as sent; `seq` is the order of the changes. */
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
  /** A JSON object by API version, where older versions have a different payload. */
  older_payloads: string | null;
  /** The request that caused it, directly or by starting the record's lifecycle. */
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
export type RequestRow = Selectable<RequestTable>;
export type AlertRuleRow = Selectable<AlertRuleTable>;
export type AlertIncidentRow = Selectable<AlertIncidentTable>;
export type InboxRow = Selectable<InboxTable>;
export type InboxMessageRow = Selectable<InboxMessageTable>;
export type SuggestionRow = Selectable<SuggestionTable>;
