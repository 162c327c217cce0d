import Translate from '@docusaurus/Translate';
import { Awaiting } from '../client/Awaiting.tsx';
import { PlatformProblem } from '../client/PlatformProblem.tsx';
import { Part } from '../ui/Part.tsx';
import { InvitationList } from './InvitationList.tsx';
import { Invite } from './Invite.tsx';
import { MemberTable } from './MemberTable.tsx';
import { type Here, SignedInOnly } from './SignedInOnly.tsx';
import { type MemberChange, useMembers } from './use-members.ts';

/** The people of the workspace: who is in it, with which role, and who is invited. */
export function Members() {
  return (
    <SignedInOnly
      guest={
        <Translate id="people.members.guest">
          Um espaço de visitante é de uma pessoa só. Crie uma conta para ficar com ele e convidar a sua equipe.
        </Translate>
      }
    >
      {(here) => <Inside {...here} />}
    </SignedInOnly>
  );
}

function Inside({ person, workspace }: Here) {
  const { read, change } = useMembers(workspace.id);
  if (!read.data) {
    return (
      <Awaiting read={read}>
        <Translate id="people.members.loading">Buscando os membros…</Translate>
      </Awaiting>
    );
  }
  const mayManage = workspace.role === 'administrator';
  const busy = change.isPending || read.isFetching;
  const { members, invitations } = read.data;
  return (
    <div aria-busy={busy}>
      <Part title={workspace.name}>
        <MemberTable members={members} self={person.id} mayManage={mayManage} busy={busy} onChange={change.mutate} />
      </Part>
      <Part title={<Translate id="people.invitations">Convites</Translate>}>
        {mayManage ? (
          <Invite busy={busy} sent={change.isSuccess ? sentTo(change.variables) : undefined} onInvite={change.mutate} />
        ) : (
          <p>
            <Translate id="people.invitations.notYours">Só quem administra o espaço convida pessoas.</Translate>
          </p>
        )}
        <InvitationList invitations={invitations} mayManage={mayManage} busy={busy} onChange={change.mutate} />
      </Part>
      <div role="status">{change.error && <PlatformProblem error={change.error} />}</div>
    </div>
  );
}

function sentTo(change: MemberChange): string | undefined {
  return change.kind === 'invite' ? change.invitation.email : undefined;
}
