import Translate from '@docusaurus/Translate';
import { Awaiting } from '../client/Awaiting.tsx';
import { PlatformProblem } from '../client/PlatformProblem.tsx';
import { GuideLink } from '../ui/GuideLink.tsx';
import { Part } from '../ui/Part.tsx';
import { InvitationList } from './InvitationList.tsx';
import { Invite } from './Invite.tsx';
import { Leave } from './Leave.tsx';
import { MemberTable } from './MemberTable.tsx';
import { NewLink } from './NewLink.tsx';
import { type Here, SignedInOnly } from './SignedInOnly.tsx';
import { useMembers } from './use-members.ts';

/** The members of the workspace with their roles, and the invitations. */
export function Members() {
  return (
    <SignedInOnly
      guest={
        <Translate id="people.members.guest">
          Um espaço de visitante é de uma pessoa só. Crie uma conta para mantê-lo e convidar a sua equipe.
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
        <Translate id="people.members.loading">Carregando os membros…</Translate>
      </Awaiting>
    );
  }
  const mayManage = workspace.role === 'administrator';
  const busy = change.isPending || read.isFetching;
  const { members, invitations } = read.data;
  return (
    <div aria-busy={busy}>
      <Part title={workspace.name}>
        {mayManage && (
          <p>
            <Translate id="people.members.roles">Uma mudança de papel vale na hora.</Translate>{' '}
            <GuideLink to="people#promotion">
              <Translate id="people.members.guide">O que muda em chaves e convites</Translate>
            </GuideLink>
          </p>
        )}
        <MemberTable members={members} self={person.id} mayManage={mayManage} busy={busy} onChange={change.mutate} />
      </Part>
      <Part title={<Translate id="people.invitations">Convites</Translate>}>
        {mayManage ? (
          <>
            <Invite
              busy={busy}
              sent={change.data && change.variables.kind === 'invite' ? change.data.email : undefined}
              onInvite={change.mutate}
            />
            {change.data && <NewLink invitation={change.data} onDone={change.reset} />}
          </>
        ) : (
          <p>
            <Translate id="people.invitations.notYours">Só administradores do espaço podem convidar pessoas.</Translate>
          </p>
        )}
        <InvitationList invitations={invitations} mayManage={mayManage} busy={busy} onChange={change.mutate} />
      </Part>
      <Leave person={person} workspace={workspace} members={members} />
      <div role="status">{change.error && <PlatformProblem error={change.error} />}</div>
    </div>
  );
}
