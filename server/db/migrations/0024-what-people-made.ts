import { type Kysely, sql } from 'kysely';

/** Finds what a person made, did and was invited to, over all workspaces: they may download it, and have it deleted. */
export async function whatPeopleMade(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  'create index api_key_by_creator on api_key (created_by_id) where created_by_id is not null',
  'create index oauth_client_by_creator on oauth_client (created_by_id) where created_by_id is not null',
  'create index audit_event_by_actor on audit_event (actor_id, seq) where actor_id is not null',
  'create index invitation_by_email on invitation (email)',
  'create index invitation_by_inviter on invitation (invited_by) where invited_by is not null',
];
