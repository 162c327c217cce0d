import { type Kysely, sql } from 'kysely';
import type { DatabaseKind } from '../database-kind.ts';

/** What readers say is wrong or missing on a page. It outlives the workspace from which it was sent, so nothing is referenced. */
export async function suggestions(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  const serial = kind === 'postgres' ? 'bigserial primary key' : 'integer primary key autoincrement';
  await sql
    .raw(`create table suggestion (
      seq ${serial},
      id text not null unique,
      text text not null,
      page text not null,
      language text not null,
      api text,
      email text,
      state text not null,
      workspace_id text,
      actor_type text,
      actor_id text,
      created_at text not null,
      mailed_at text
    )`)
    .execute(db);
}
