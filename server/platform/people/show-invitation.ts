import { type InvitationRow, statusOf } from '../../people/invitations.ts';

/** An invitation as the platform API shows it; its link is shown only when it is created. */
export function showInvitation(row: InvitationRow, now: Date): Record<string, unknown> {
  const { id, email, role, invited_by, created_at, expires_at, accepted_at, revoked_at } = row;
  return { id, email, role, status: statusOf(row, now), invited_by, created_at, expires_at, accepted_at, revoked_at };
}
