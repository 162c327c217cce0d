import Translate from '@docusaurus/Translate';
import { PlatformProblem } from '../client/PlatformProblem.tsx';
import { InvitationList } from './InvitationList.tsx';
import { Invite } from './Invite.tsx';
import { MemberTable } from './MemberTable.tsx';
import styles from './People.module.css';
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
  if (read.error && !read.data) return <PlatformProblem error={read.error} onRetry={() => read.refetch()} />;
  if (!read.data) {
    return (
      <p role="status">
        <Translate id="people.members.loading">Buscando os membros…</Translate>
      </p>
    );
  }
  const mayManage = workspace.role === 'administrator';
  const busy = change.isPending || read.isFetching;
  const { members, invitations } = read.data;
  return (
    <div aria-busy={busy}>
      <section className={styles.part} aria-labelledby="members-heading">
        <h2 id="members-heading">{workspace.name}</h2>
        <MemberTable members={members} self={person.id} mayManage={mayManage} busy={busy} onChange={change.mutate} />
      </section>
      <section className={styles.part} aria-labelledby="invitations-heading">
        <h2 id="invitations-heading">
          <Translate id="people.invitations">Convites</Translate>
        </h2>
        {mayManage ? (
          <Invite busy={busy} sent={change.isSuccess ? sentTo(change.variables) : undefined} onInvite={change.mutate} />
        ) : (
          <p>
            <Translate id="people.invitations.notYours">Só quem administra o espaço convida pessoas.</Translate>
          </p>
        )}
        <InvitationList invitations={invitations} mayManage={mayManage} busy={busy} onChange={change.mutate} />
      </section>
      <div role="status">{change.error && <PlatformProblem error={change.error} />}</div>
    </div>
  );
}

function sentTo(change: MemberChange): string | undefined {
  return change.kind === 'invite' ? change.invitation.email : undefined;
}
