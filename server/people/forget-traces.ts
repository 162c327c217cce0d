import { inSlices } from '../db/in-slices.ts';
import type { Database } from '../db/schema.ts';

/**
 * Removes what is held about a person outside their own rows, in a transaction. What they did stays in the audit trails of others'
 * workspaces, without who it was and from where.
 */
export async function forgetTraces(db: Database, { id, email }: { id: string; email: string }): Promise<void> {
  await forgetInvitations(db, email.toLowerCase());
  await db
    .updateTable('invitation')
    .set({ issued_by: null })
    .where('invited_by', '=', id)
    .where('issued_by', '=', id)
    .execute();
  await forgetActor(db, id);
  for (const table of ['api_key', 'oauth_client'] as const)
    await db
      .updateTable(table as 'api_key')
      .set({ created_by_id: null })
      .where('created_by_id', '=', id)
      .execute();
  await db.deleteFrom('person_verification').where('value', '=', id).execute();
  for (const table of ['outbox_letter', 'letter_to_send'] as const)
    await db.deleteFrom(table).where('recipient', '=', email).execute();
  await db.updateTable('suggestion').set({ email: null }).where('email', '=', email).execute();
  await db.updateTable('suggestion').set({ actor_type: null, actor_id: null }).where('actor_id', '=', id).execute();
  await forgetCalls(db, id);
}

/** The audit trail keeps that somebody was invited, but not whom. */
async function forgetInvitations(db: Database, email: string): Promise<void> {
  const invitations = await db
    .selectFrom('invitation')
    .select(['id', 'workspace_id', 'role'])
    .where('email', '=', email)
    .execute();
  for (const { id, workspace_id, role } of invitations) {
    await db
      .updateTable('audit_event')
      .set({ details: JSON.stringify({ role }) })
      .where('workspace_id', '=', workspace_id)
      .where('target_id', '=', id)
      .execute();
  }
  await db.deleteFrom('invitation').where('email', '=', email).execute();
}

async function forgetActor(db: Database, id: string): Promise<void> {
  const theirs = db.selectFrom('audit_event').select('seq').where('actor_id', '=', id);
  await inSlices(async (most) => {
    const slice = db.updateTable('audit_event').set({ actor_id: null, address: null });
    return (await slice.where('seq', 'in', theirs.limit(most)).executeTakeFirstOrThrow()).numUpdatedRows;
  });
}

/** The log of requests keeps what was asked, but not by whom and from where. */
async function forgetCalls(db: Database, id: string): Promise<void> {
  const theirs = db.selectFrom('request').select('seq').where('actor_type', '=', 'person').where('actor_id', '=', id);
  const unknown = { actor_type: null, actor_id: null, address: '', user_agent: null };
  await inSlices(async (most) => {
    const slice = db.updateTable('request').set(unknown).where('seq', 'in', theirs.limit(most));
    return (await slice.executeTakeFirstOrThrow()).numUpdatedRows;
  });
}
