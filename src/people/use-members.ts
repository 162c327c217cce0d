import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PlatformError } from '../client/platform-error.ts';
import { usePlatform } from '../client/use-platform.ts';
import {
  createInvitation,
  createInvitationLink,
  listInvitations,
  listMembers,
  removeMember,
  revokeInvitation,
  updateMember,
} from '../generated/platform/sdk.gen.ts';
import type { Invitation, InvitationAndLink, Member, NewInvitation } from '../generated/platform/types.gen.ts';
import { useServerUrl } from '../ui/use-server-url.ts';

/** The first page of a workspace's members, and of its invitations. */
export interface ReadMembers {
  members: Member[];
  invitations: Invitation[];
}

/** The actions on members. */
export type MemberChange =
  | { kind: 'role'; id: string; role: Member['role'] }
  | { kind: 'remove'; id: string }
  | { kind: 'invite'; invitation: NewInvitation }
  | { kind: 'resend'; id: string }
  | { kind: 'revoke'; id: string };

/** The members of the workspace, reloaded after each change. */
export function useMembers(workspaceId: string) {
  const call = usePlatform();
  const queryClient = useQueryClient();
  const queryKey = ['members', useServerUrl(), workspaceId];

  const read = useQuery<ReadMembers, PlatformError>({
    queryKey,
    queryFn: async () => {
      const query = { limit: 100 };
      const members = await call((options) => listMembers({ ...options, query }));
      const invitations = await call((options) => listInvitations({ ...options, query }));
      return { members: members.data, invitations: invitations.data };
    },
    retry: false,
    networkMode: 'always',
  });

  const change = useMutation<InvitationAndLink | undefined, PlatformError, MemberChange>({
    networkMode: 'always',
    // A new invitation comes with its link.
    mutationFn: async (wanted) => {
      switch (wanted.kind) {
        case 'role':
          await call((options) =>
            updateMember({ ...options, path: { member_id: wanted.id }, body: { role: wanted.role } }),
          );
          return undefined;
        case 'remove':
          await call((options) => removeMember({ ...options, path: { member_id: wanted.id } }));
          return undefined;
        case 'invite':
          return call((options) => createInvitation({ ...options, body: wanted.invitation }));
        case 'resend':
          return call((options) => createInvitationLink({ ...options, path: { invitation_id: wanted.id } }));
        case 'revoke':
          await call((options) => revokeInvitation({ ...options, path: { invitation_id: wanted.id } }));
          return undefined;
      }
    },
    // Also after an error: someone else may have changed the list.
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });

  return { read, change };
}
