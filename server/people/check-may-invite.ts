import { Refusal } from '../answers/refusal.ts';
import { say } from '../answers/say.ts';
import type { Database } from '../db/schema.ts';

const maxPending = 50;

/** Refuses an invitation of a guest, of a member, of somebody with an open invitation, and more open ones than a workspace may have. */
export async function checkMayInvite(
  db: Database,
  { workspaceId, email, now }: { workspaceId: string; email: string; now: Date },
): Promise<void> {
  const { kind } = await db
    .selectFrom('workspace')
    .select('kind')
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow();
  if (kind === 'guest') throw guestsCannotInvite();
  const member = await db
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .select('person.id')
    .where('member.workspace_id', '=', workspaceId)
    .where('person.email', '=', email)
    .executeTakeFirst();
  if (member) throw alreadyMember(email);
  const pending = await db
    .selectFrom('invitation')
    .select('email')
    .where('workspace_id', '=', workspaceId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .execute();
  if (pending.some((invitation) => invitation.email === email)) throw alreadyInvited(email);
  if (pending.length >= maxPending) throw tooManyPending();
}

function guestsCannotInvite(): Refusal {
  return new Refusal('invalid_state', say('invitations.guests'));
}

function alreadyMember(email: string): Refusal {
  return new Refusal('already_exists', say('invitations.already-member', { email }));
}

function alreadyInvited(email: string): Refusal {
  return new Refusal('already_exists', say('invitations.already-invited', { email }));
}

function tooManyPending(): Refusal {
  return new Refusal('invalid_state', say('invitations.too-many', { maxPending }));
}
