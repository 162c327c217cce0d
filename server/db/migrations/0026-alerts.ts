import { type Kysely, sql } from 'kysely';
import type { DatabaseKind } from '../database-kind.ts';

/** Rules that workspaces set or changed, their incidents, and when a workspace's clock was moved. */
export async function alerts(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  const [serial, number, real] =
    kind === 'postgres'
      ? ['bigserial primary key', 'bigint', 'double precision']
      : ['integer primary key autoincrement', 'integer', 'real'];
  const ofWorkspace = 'workspace_id text not null references workspace (id) on delete cascade';
  const statements = [
    `alter table workspace add column clock_moved_at ${number}`,
    `alter table workspace add column clock_moved_by ${number} not null default 0`,
    `create table alert_rule (
      seq ${serial},
      ${ofWorkspace},
      id text not null,
      kind text not null,
      name text,
      api text,
      threshold ${real} not null,
      is_on integer not null,
      mail integer not null,
      created_at text not null,
      unique (workspace_id, id)
    )`,
    `create table alert_incident (
      seq ${serial},
      id text not null unique,
      ${ofWorkspace},
      rule_id text not null,
      kind text not null,
      name text,
      api text,
      threshold ${real} not null,
      opened_at text not null,
      opened_figures text not null,
      resolved_at text,
      resolved_figures text,
      opened_mail_due integer not null,
      resolved_mail_due integer not null
    )`,
    'create index alert_incident_by_workspace on alert_incident (workspace_id, seq)',
    'create unique index alert_incident_open on alert_incident (workspace_id, rule_id) where resolved_at is null',
    `create index alert_incident_mail on alert_incident (seq) where opened_mail_due = 1 or resolved_mail_due = 1`,
    'create index alert_incident_by_end on alert_incident (resolved_at)',
    `create index webhook_endpoint_failing on webhook_endpoint (workspace_id)
      where deleted_at is null and (consecutive_failures > 0 or status = 'disabled')`,
    'create index api_key_by_end on api_key (expires_at) where expires_at is not null and session_id is null',
    `create index oauth_client_by_end on oauth_client (previous_secret_expires_at)
      where previous_secret_expires_at is not null`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
