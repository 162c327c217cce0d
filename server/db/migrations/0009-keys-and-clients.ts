import { type Kysely, sql } from 'kysely';
import type { DatabaseKind } from '../database-kind.ts';

/** Restrictions of keys, OAuth clients and their tokens, usage counts, and the audit trail. */
export async function keysAndClients(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  const serial = kind === 'postgres' ? 'bigserial primary key' : 'integer primary key autoincrement';
  for (const statement of statements(serial)) await sql.raw(statement).execute(db);
}

const ofWorkspace = 'workspace_id text not null references workspace (id) on delete cascade';

const statements = (serial: string) => [
  'alter table workspace add column allowed_origins text',
  "alter table api_key add column name text not null default ''",
  "alter table api_key add column role text not null default 'administrator'",
  "alter table api_key add column allowed_addresses text not null default ''",
  'alter table api_key add column requests_per_minute integer',
  'alter table api_key add column created_by_type text',
  'alter table api_key add column created_by_id text',
  'alter table api_key add column replaces text',
  'create index api_key_by_creation on api_key (workspace_id, created_at, id)',
  `create table oauth_client (
    id text primary key,
    ${ofWorkspace},
    name text not null,
    environment text not null,
    role text not null,
    scopes text not null,
    digest text not null,
    pepper_version integer not null,
    last_four text not null,
    previous_digest text,
    previous_pepper_version integer,
    previous_secret_expires_at text,
    created_by_type text,
    created_by_id text,
    created_at text not null
  )`,
  'create index oauth_client_by_creation on oauth_client (workspace_id, created_at, id)',
  `create table signing_key (
    generation integer primary key,
    kid text not null unique,
    public_key text not null,
    private_key text not null,
    active_from text not null
  )`,
  'create table revoked_token (jti text primary key, expires_at text not null)',
  `create table credential_use (
    credential_id text not null,
    day text not null,
    ${ofWorkspace},
    calls integer not null,
    last_at text not null,
    last_address text,
    last_api text,
    primary key (credential_id, day)
  )`,
  'create index credential_use_by_workspace on credential_use (workspace_id)',
  `create table audit_event (
    seq ${serial},
    id text not null unique,
    ${ofWorkspace},
    action text not null,
    actor_type text not null,
    actor_id text,
    target_type text not null,
    target_id text not null,
    details text not null,
    address text,
    request_id text,
    created_at text not null
  )`,
  'create index audit_event_by_workspace on audit_event (workspace_id, seq)',
  'create index audit_event_by_target on audit_event (workspace_id, target_id, seq)',
];
