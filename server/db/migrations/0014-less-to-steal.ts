import { type Kysely, sql } from 'kysely';

/**
 * Invitations say which person, key or client sent them, so that they end with its rights. Letters in plain text, which hold
 * live links, are removed: from now on they are stored encrypted.
 */
export async function lessToSteal(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  'alter table invitation add column issued_by text',
  `update invitation set issued_by = (
    select max(actor_id) from audit_event
      where audit_event.target_id = invitation.id and audit_event.action = 'invitation.created'
  )`,
  'delete from outbox_letter',
];
