import { type Kysely, sql } from 'kysely';
import type { DatabaseKind } from '../database-kind.ts';

/** Letters that the mail server has yet to take. */
export async function lettersToSend(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  const number = kind === 'postgres' ? 'bigint' : 'integer';
  const statements = [
    `create table letter_to_send (
      id text primary key,
      recipient text not null,
      subject text not null,
      body text not null,
      created_at text not null,
      workspace_id text references workspace (id) on delete cascade,
      expires_at ${number} not null,
      attempts integer not null,
      due_at ${number} not null,
      claim text
    )`,
    'create index letter_to_send_by_due on letter_to_send (due_at)',
    'create index letter_to_send_by_workspace on letter_to_send (workspace_id)',
    'create index letter_to_send_by_recipient on letter_to_send (recipient)',
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
