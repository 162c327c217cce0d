import { type Kysely, sql } from 'kysely';
import type { DatabaseKind } from '../database-kind.ts';

/** Webhook endpoints, deliveries with every attempt, and inboxes in which a workspace can receive them. */
export async function webhooks(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  const serial = kind === 'postgres' ? 'bigserial primary key' : 'integer primary key autoincrement';
  for (const statement of statements(serial)) await sql.raw(statement).execute(db);
}

const ofWorkspace = 'workspace_id text not null references workspace (id) on delete cascade';

const statements = (serial: string) => [
  'alter table event add column request_id text',
  'alter table record add column request_id text',
  'create index event_by_request on event (workspace_id, request_id, seq) where request_id is not null',
  'create index event_by_record on event (workspace_id, record_id, seq)',
  `create table webhook_endpoint (
    seq ${serial},
    id text not null unique,
    ${ofWorkspace},
    url text not null,
    description text,
    event_types text not null,
    api_versions text not null,
    status text not null,
    disabled_reason text,
    disabled_at text,
    secret text not null,
    previous_secret text,
    previous_secret_expires_at text,
    consecutive_failures integer not null default 0,
    failing_since bigint,
    circuit_opened_at bigint,
    circuit_probe_at bigint,
    created_at text not null,
    updated_at text not null,
    deleted_at text
  )`,
  'create index webhook_endpoint_by_workspace on webhook_endpoint (workspace_id, seq)',
  `create table delivery (
    seq ${serial},
    id text not null unique,
    ${ofWorkspace},
    api text not null,
    endpoint_id text not null references webhook_endpoint (id) on delete cascade,
    event_id text not null references event (id) on delete cascade,
    type text not null,
    store text not null,
    record_id text not null,
    request_id text,
    api_version text,
    created_at text not null,
    status text not null,
    reason text,
    attempt_count integer not null default 0,
    tries integer not null default 0,
    last_status integer,
    last_error text,
    finished_at text,
    due_at bigint,
    due_offset bigint not null default 0,
    claim text,
    leased_until bigint
  )`,
  // Few deliveries are pending: the queue is a partial index.
  'create index delivery_by_due on delivery (endpoint_id, due_at) where due_at is not null',
  'create index delivery_by_event on delivery (event_id)',
  'create index delivery_by_workspace on delivery (workspace_id, seq)',
  'create index delivery_by_endpoint on delivery (endpoint_id, seq)',
  'create index delivery_by_status on delivery (workspace_id, status, seq)',
  'create index delivery_by_type on delivery (workspace_id, type, seq)',
  'create index delivery_by_record on delivery (workspace_id, record_id, seq)',
  'create index delivery_by_request on delivery (workspace_id, request_id, seq) where request_id is not null',
  `create table attempt (
    id text primary key,
    delivery_id text not null references delivery (id) on delete cascade,
    number integer not null,
    claim text not null,
    outcome text not null,
    started_at text not null,
    request text not null,
    duration_ms integer,
    timing text,
    address text,
    response text,
    error_code text,
    error_detail text,
    next_attempt_at text,
    unique (delivery_id, number)
  )`,
  `create table inbox (
    seq ${serial},
    id text not null unique,
    ${ofWorkspace},
    name text,
    answer text not null,
    fail_next integer not null,
    created_at text not null
  )`,
  'create index inbox_by_workspace on inbox (workspace_id, seq)',
  `create table inbox_message (
    seq ${serial},
    id text not null unique,
    inbox_id text not null references inbox (id) on delete cascade,
    received_at text not null,
    method text not null,
    query text not null,
    headers text not null,
    body text not null,
    body_size integer not null,
    body_truncated integer not null,
    signature text not null,
    event_id text,
    answered_status integer
  )`,
  'create index inbox_message_by_inbox on inbox_message (inbox_id, seq)',
];
