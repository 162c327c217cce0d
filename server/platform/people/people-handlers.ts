import type { Handler } from '../../pipeline/handle-request.ts';
import { createInvitation } from './create-invitation.ts';
import { getMe } from './get-me.ts';
import { listInvitations } from './list-invitations.ts';
import { listMembers } from './list-members.ts';
import { removeMember } from './remove-member.ts';
import { revokeInvitation } from './revoke-invitation.ts';
import { updateMember } from './update-member.ts';

/** What the platform API does about the people of a workspace. */
export const peopleHandlers: Record<string, Handler> = {
  getMe,
  listMembers,
  updateMember,
  removeMember,
  listInvitations,
  createInvitation,
  revokeInvitation,
};
