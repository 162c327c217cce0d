import { randomBytes } from 'node:crypto';
import type { Selectable } from 'kysely';
import { notFound, Refusal } from '../answers/refusal.ts';
import { newId } from '../db/new-id.ts';
import { type PageOfRows, pageOfRows } from '../db/page-of-rows.ts';
import type { InvitationTable } from '../db/people-tables.ts';
import type { Database } from '../db/schema.ts';
import type { Role } from '../dialect/access.ts';
import { digestOf, type Peppers } from '../identity/peppers.ts';
import { checkQuota, type Quotas } from '../identity/quotas.ts';
import { expiredLink } from './account-refusals.ts';

export type InvitationRow = Selectable<InvitationTable>;

export interface InvitationRequest {
  workspaceId: string;
  email: string;
  role: Role;
  /** The person who invites; null when a program does. */
  invitedBy: string | null;
  /** The id of the person, key or client that invites. */
  issuedBy: string;
  now: Date;
}

const lifetime = 7 * 24 * 60 * 60 * 1000;
const maxPending = 50;

/**
 * Creates an invitation, in a transaction that has locked the workspace; refuses (403) more than it may have. The returned token is only for the email; the
 * database stores its digest.
 */
export async function insertInvitation(
  transaction: Database,
  { peppers, quotas }: { peppers: Peppers; quotas: Quotas },
  { workspaceId, email, role, invitedBy, issuedBy, now }: InvitationRequest,
): Promise<{ invitation: InvitationRow; token: string }> {
  await checkMayInvite(transaction, { workspaceId, email, now });
  await checkQuota(transaction, quotas, 'members', { workspaceId, now });
  const token = randomBytes(32).toString('base64url');
  const invitation = await transaction
    .insertInto('invitation')
    .values({
      id: newId('ivt'),
      workspace_id: workspaceId,
      email,
      role,
      digest: digestOf(peppers, peppers.current, token),
      pepper_version: peppers.current,
      invited_by: invitedBy,
      issued_by: issuedBy,
      created_at: now.toISOString(),
      expires_at: new Date(now.getTime() + lifetime).toISOString(),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return { invitation, token };
}

/** Whether an invitation can still be accepted, and if not, why. */
export function statusOf({ accepted_at, revoked_at, expires_at }: InvitationRow, now: Date) {
  if (accepted_at) return 'accepted';
  if (revoked_at) return 'revoked';
  return expires_at <= now.toISOString() ? 'expired' : 'pending';
}

/** The invitations of a workspace, newest first; `before` is the last row number of the previous page. */
export async function readInvitations(
  db: Database,
  workspaceId: string,
  { limit, after }: { limit: number; after?: number },
): Promise<PageOfRows<InvitationRow>> {
  let query = db.selectFrom('invitation').selectAll().where('workspace_id', '=', workspaceId);
  if (after !== undefined) query = query.where('seq', '<', after);
  const rows = await query
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute();
  return pageOfRows(rows, limit);
}

/**
 * Revokes an invitation; returns whether it was open. An accepted one cannot be revoked (409); another workspace's is not
 * found.
 */
export async function withdrawInvitation(
  transaction: Database,
  { workspaceId, id, now }: { workspaceId: string; id: string; now: Date },
): Promise<boolean> {
  const row = await transaction
    .selectFrom('invitation')
    .selectAll()
    .where('id', '=', id)
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
  if (!row) throw notFound(id);
  if (row.accepted_at) throw alreadyAccepted();
  if (row.revoked_at) return false;
  await transaction.updateTable('invitation').set({ revoked_at: now.toISOString() }).where('id', '=', id).execute();
  return true;
}

/** The invitation of a token that can still be accepted; refuses (410) every other token in the same way. */
export async function getInvitationByToken(
  db: Database,
  peppers: Peppers,
  token: string,
  now: Date,
): Promise<InvitationRow> {
  const digests = [...peppers.byVersion.keys()].map((version) => digestOf(peppers, version, token));
  const row = await db.selectFrom('invitation').selectAll().where('digest', 'in', digests).executeTakeFirst();
  if (!row || statusOf(row, now) !== 'pending') throw expiredLink();
  return row;
}

async function checkMayInvite(
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
  return new Refusal('invalid_state', {
    en: 'A guest workspace has no members. Sign up to keep it, then invite others.',
    pt: 'Um espaço de visitante não tem membros. Crie uma conta para mantê-lo e depois convide outras pessoas.',
  });
}

function alreadyMember(email: string): Refusal {
  return new Refusal('already_exists', {
    en: `${email} is already a member of this workspace.`,
    pt: `${email} já é membro deste espaço de trabalho.`,
  });
}

function alreadyInvited(email: string): Refusal {
  return new Refusal('already_exists', {
    en: `${email} already has a pending invitation. Revoke it to send another.`,
    pt: `${email} já tem um convite pendente. Para enviar outro, revogue esse.`,
  });
}

function tooManyPending(): Refusal {
  return new Refusal('invalid_state', {
    en: `At most ${maxPending} invitations can be pending at once. Revoke some, or wait until they are accepted.`,
    pt: `Pode haver no máximo ${maxPending} convites pendentes. Revogue alguns ou espere que sejam aceitos.`,
  });
}

function alreadyAccepted(): Refusal {
  return new Refusal('invalid_state', {
    en: 'This invitation was already accepted. To revoke the access, remove the member.',
    pt: 'Este convite já foi aceito. Para revogar o acesso, remova o membro.',
  });
}
