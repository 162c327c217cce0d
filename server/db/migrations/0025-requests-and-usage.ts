import { type Kysely, sql } from 'kysely';
import type { DatabaseKind } from '../database-kind.ts';

/** The log of requests, what they sent and received, and how many there were of each kind. */
export async function requestsAndUsage(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  const [number, own, real] =
    kind === 'postgres'
      ? ['bigint', 'bigint primary key generated always as identity', 'double precision']
      : ['integer', 'integer primary key autoincrement', 'real'];
  const ending = kind === 'postgres' ? '' : 'without rowid';
  const statements = [
    // No foreign keys: rows are written in sets, after their workspace may have gone. A job removes what is left, in slices.
    `create table request (
      seq ${own},
      id text not null,
      workspace_id text not null,
      at ${number} not null,
      clock ${number} not null,
      api text not null,
      operation text,
      route text,
      method text not null,
      path text not null,
      query text not null,
      status integer not null,
      class integer not null,
      error_code text,
      duration ${real} not null,
      stages text not null,
      request_bytes integer not null,
      response_bytes integer,
      actor_type text,
      actor_id text,
      address text not null,
      user_agent text,
      idempotency text
    )`,
    'create index request_by_workspace on request (workspace_id, seq)',
    'create index request_by_id on request (workspace_id, id)',
    'create index request_by_class on request (workspace_id, class, seq)',
    'create index request_by_status on request (workspace_id, status, seq)',
    'create index request_by_operation on request (workspace_id, operation, seq)',
    'create index request_by_error on request (workspace_id, error_code, seq) where error_code is not null',
    'create index request_by_actor on request (workspace_id, actor_id, seq)',
    'create index request_by_time on request (workspace_id, at)',
    'create index request_by_age on request (at)',
    "create index request_by_person on request (actor_id, seq) where actor_type = 'person'",
    `create table request_content (
      request_id text not null,
      workspace_id text not null,
      at ${number} not null,
      request_headers text not null,
      response_headers text not null,
      request_body text,
      response_body text,
      reason text,
      primary key (workspace_id, request_id)
    )`,
    'create index request_content_by_time on request_content (at)',
    `create table usage (
      workspace_id text not null,
      minutes integer not null,
      at ${number} not null,
      api text not null,
      operation text not null,
      actor_id text not null,
      status integer not null,
      error_code text not null,
      bucket integer not null,
      calls integer not null,
      request_bytes ${number} not null,
      response_bytes ${number} not null,
      dropped integer not null,
      primary key (workspace_id, minutes, at, api, operation, actor_id, status, error_code, bucket)
    ) ${ending}`,
    'create index usage_by_time on usage (minutes, at)',
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
