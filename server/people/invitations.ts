import type { Selectable } from 'kysely';
import { notFound, Refusal } from '../answers/refusal.ts';
import { say } from '../answers/say.ts';
import { newId } from '../db/new-id.ts';
import { type PageOfRows, pageOfRows } from '../db/page-of-rows.ts';
import type { InvitationTable } from '../db/people-tables.ts';
import type { Database } from '../db/schema.ts';
import type { Role } from '../dialect/access.ts';
import { digestOf, type Peppers } from '../identity/peppers.ts';
import { checkQuota, type Quotas } from '../identity/quotas.ts';
import { expiredLink } from './account-refusals.ts';
import { checkMayInvite } from './check-may-invite.ts';
import { makeInvitationToken, readInvitationToken } from './invitation-token.ts';

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

/**
 * Creates an invitation, in a transaction that has locked the workspace; refuses (403) more than it may have. The returned token is only for the link;
 * the database stores its digest.
 */
export async function insertInvitation(
  transaction: Database,
  { peppers, quotas }: { peppers: Peppers; quotas: Quotas },
  { workspaceId, email, role, invitedBy, issuedBy, now }: InvitationRequest,
): Promise<{ invitation: InvitationRow; token: string }> {
  await checkMayInvite(transaction, { workspaceId, email, now });
  await checkQuota(transaction, quotas, 'members', { workspaceId, now });
  const token = makeInvitationToken();
  const invitation = await transaction
    .insertInto('invitation')
    .values({
      id: newId('ivt'),
      workspace_id: workspaceId,
      email,
      role,
      ...digestColumns(peppers, token, now),
      invited_by: invitedBy,
      issued_by: issuedBy,
      created_at: now.toISOString(),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return { invitation, token };
}

/**
 * Gives an open or expired invitation another token, in a transaction that has locked the workspace: the former link ends. Refuses
 * (409) one that was accepted or revoked; another workspace's is not found.
 */
export async function renewInvitation(
  transaction: Database,
  { peppers, quotas }: { peppers: Peppers; quotas: Quotas },
  { workspaceId, id, invitedBy, issuedBy, now }: Omit<InvitationRequest, 'email' | 'role'> & { id: string },
): Promise<{ former: InvitationRow; invitation: InvitationRow; token: string }> {
  const former = await getInvitation(transaction, workspaceId, id);
  if (former.accepted_at) throw alreadyAccepted();
  if (former.revoked_at) throw wasRevoked();
  if (statusOf(former, now) === 'expired') {
    await checkMayInvite(transaction, { workspaceId, email: former.email, now });
    await checkQuota(transaction, quotas, 'members', { workspaceId, now });
  }
  const token = makeInvitationToken();
  const invitation = await transaction
    .updateTable('invitation')
    .set({ ...digestColumns(peppers, token, now), invited_by: invitedBy, issued_by: issuedBy })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return { former, invitation, token };
}

/** Puts an invitation back to what it was before it was renewed, unless it was changed meanwhile. */
export async function undoRenewal(db: Database, former: InvitationRow, renewed: InvitationRow): Promise<void> {
  const { digest, pepper_version, expires_at, invited_by, issued_by } = former;
  await db
    .updateTable('invitation')
    .set({ digest, pepper_version, expires_at, invited_by, issued_by })
    .where('id', '=', former.id)
    .where('digest', '=', renewed.digest)
    .execute();
}

function digestColumns(peppers: Peppers, token: string, now: Date) {
  return {
    digest: digestOf(peppers, peppers.current, token),
    pepper_version: peppers.current,
    expires_at: new Date(now.getTime() + lifetime).toISOString(),
  };
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
  const row = await getInvitation(transaction, workspaceId, id);
  if (row.accepted_at) throw alreadyAccepted();
  if (row.revoked_at) return false;
  await transaction.updateTable('invitation').set({ revoked_at: now.toISOString() }).where('id', '=', id).execute();
  return true;
}

async function getInvitation(db: Database, workspaceId: string, id: string): Promise<InvitationRow> {
  const row = await db
    .selectFrom('invitation')
    .selectAll()
    .where('id', '=', id)
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
  if (!row) throw notFound(id);
  return row;
}

/** The invitation of a token that can still be accepted; refuses (410) every other token in the same way. */
export async function getInvitationByToken(
  db: Database,
  peppers: Peppers,
  sent: string,
  now: Date,
): Promise<InvitationRow & { wasEmailed: boolean }> {
  const read = readInvitationToken(peppers, sent);
  if (!read) throw expiredLink();
  const digests = [...peppers.byVersion.keys()].map((version) => digestOf(peppers, version, read.token));
  const row = await db.selectFrom('invitation').selectAll().where('digest', 'in', digests).executeTakeFirst();
  if (!row || statusOf(row, now) !== 'pending') throw expiredLink();
  return { ...row, wasEmailed: read.wasEmailed };
}

function alreadyAccepted(): Refusal {
  return new Refusal('invalid_state', say('invitations.accepted'));
}

function wasRevoked(): Refusal {
  return new Refusal('invalid_state', say('invitations.revoked'));
}
