import { type Kysely, sql } from 'kysely';
import type { DatabaseKind } from '../database-kind.ts';

/** People, their sessions and passwords (with better-auth's columns), workspace members, and the mail outbox. */
export async function people(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  const types = kind === 'postgres' ? postgres : sqlite;
  for (const statement of statements(types)) await sql.raw(statement).execute(db);
}

interface Types {
  serial: string;
  time: string;
  truth: string;
}

const postgres: Types = { serial: 'bigserial primary key', time: 'timestamptz', truth: 'boolean' };
const sqlite: Types = { serial: 'integer primary key autoincrement', time: 'text', truth: 'integer' };

const statements = ({ serial, time, truth }: Types) => [
  'alter table workspace add column name text',
  'alter table api_key add column session_id text',
  'create index api_key_by_session on api_key (session_id) where session_id is not null',
  `create table person (
    id text primary key,
    name text not null,
    email text not null unique,
    email_verified ${truth} not null,
    image text,
    created_at ${time} not null,
    updated_at ${time} not null
  )`,
  `create table person_session (
    id text primary key,
    person_id text not null references person (id) on delete cascade,
    token text not null unique,
    expires_at ${time} not null,
    ip_address text,
    user_agent text,
    created_at ${time} not null,
    updated_at ${time} not null,
    workspace_id text references workspace (id) on delete set null
  )`,
  'create index person_session_by_person on person_session (person_id)',
  'create index person_session_by_expiry on person_session (expires_at)',
  `create table person_credential (
    id text primary key,
    person_id text not null references person (id) on delete cascade,
    account_id text not null,
    provider_id text not null,
    access_token text,
    refresh_token text,
    id_token text,
    access_token_expires_at ${time},
    refresh_token_expires_at ${time},
    scope text,
    password text,
    created_at ${time} not null,
    updated_at ${time} not null
  )`,
  'create index person_credential_by_person on person_credential (person_id)',
  `create table person_verification (
    id text primary key,
    identifier text not null,
    value text not null,
    expires_at ${time} not null,
    created_at ${time} not null,
    updated_at ${time} not null
  )`,
  'create index person_verification_by_identifier on person_verification (identifier)',
  `create table member (
    seq ${serial},
    workspace_id text not null references workspace (id) on delete cascade,
    person_id text not null references person (id) on delete cascade,
    role text not null,
    created_at text not null,
    unique (workspace_id, person_id)
  )`,
  'create index member_by_person on member (person_id)',
  `create table invitation (
    seq ${serial},
    id text not null unique,
    workspace_id text not null references workspace (id) on delete cascade,
    email text not null,
    role text not null,
    digest text not null unique,
    pepper_version integer not null,
    invited_by text references person (id) on delete set null,
    created_at text not null,
    expires_at text not null,
    accepted_at text,
    revoked_at text
  )`,
  'create index invitation_by_workspace on invitation (workspace_id, seq)',
  `create table outbox_letter (
    seq ${serial},
    id text not null unique,
    recipient text not null,
    subject text not null,
    body text not null,
    created_at text not null
  )`,
];
