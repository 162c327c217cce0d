import { Refusal } from '../answers/refusal.ts';
import { say } from '../answers/say.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { lockWorkspace } from '../db/lock-workspace.ts';
import type { Database } from '../db/schema.ts';
import type { Role } from '../dialect/access.ts';
import { writeAuditEntry } from '../identity/audit-trail.ts';
import type { Peppers } from '../identity/peppers.ts';
import { confirmEmail } from './confirm-email.ts';
import { getInvitationByToken, type InvitationRow } from './invitations.ts';
import { unnamed } from './workspaces.ts';

/** An invitation as shown to the holder of its token. */
export interface OpenInvitation {
  workspace: string;
  email: string;
  role: Role;
  invited_by: string | null;
  expires_at: string;
}

/** The invitation of a token; no sign-in is needed, so that it can be read before signing in. */
export async function showInvitation(
  db: Database,
  peppers: Peppers,
  token: string,
  now: Date,
): Promise<OpenInvitation> {
  const { workspace_id, email, role, invited_by, expires_at } = await getInvitationByToken(db, peppers, token, now);
  const workspace = await db.selectFrom('workspace').select('name').where('id', '=', workspace_id).executeTakeFirst();
  const inviter =
    invited_by === null
      ? undefined
      : await db.selectFrom('person').select('name').where('id', '=', invited_by).executeTakeFirst();
  return { workspace: workspace?.name ?? unnamed, email, role, invited_by: inviter?.name ?? null, expires_at };
}

/** Makes a person a member of the workspace that a token invites to; returns the workspace's id. A token works once. */
export async function acceptInvitation(
  db: Database,
  peppers: Peppers,
  { token, person, now }: { token: string; person: { id: string; email: string }; now: Date },
): Promise<string> {
  const { workspace_id: workspaceId } = await getInvitationByToken(db, peppers, token, now);
  await inTransaction(db, async (transaction) => {
    await lockWorkspace(transaction, workspaceId);
    const invitation = await getInvitationByToken(transaction, peppers, token, now);
    if (invitation.email !== person.email.toLowerCase()) throw sentToAnotherAddress(invitation);
    const at = now.toISOString();
    await transaction.updateTable('invitation').set({ accepted_at: at }).where('id', '=', invitation.id).execute();
    await transaction
      .insertInto('member')
      .values({ workspace_id: workspaceId, person_id: person.id, role: invitation.role, created_at: at })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'person_id']).doNothing())
      .execute();
    if (invitation.wasEmailed) await confirmEmail(transaction, person.id);
    await writeAuditEntry(transaction, {
      workspaceId,
      action: 'invitation.accepted',
      actor: { type: 'person', id: person.id },
      target: { type: 'invitation', id: invitation.id },
      details: { role: invitation.role },
      now,
    });
  });
  return workspaceId;
}

function sentToAnotherAddress({ email }: InvitationRow): Refusal {
  return new Refusal('no_access', say('invitations.other-address', { email }));
}
