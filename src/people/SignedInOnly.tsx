import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { Awaiting } from '../client/Awaiting.tsx';
import type { Membership, Person } from '../client/account-client.ts';
import { PlatformProvider } from '../client/PlatformProvider.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import { ButtonRow } from '../ui/ButtonRow.tsx';
import { useSession } from './use-session.ts';

/** The person signed in, their workspaces, and the current one. */
export interface Here {
  person: Person;
  workspace: Membership;
  workspaces: Membership[];
  /** Whether the current workspace is that of the portal's provider. */
  isProvider: boolean;
  /** Reloads all of it. */
  reload: () => void;
}

interface Props {
  children: (here: Here) => ReactNode;
  /** Shown to guests, before the links to sign in and sign up. */
  guest: ReactNode;
}

/** Shows its content to people who are signed in; offers guests to sign in and return here. */
export function SignedInOnly(props: Props) {
  return (
    <PlatformProvider>
      <Inside {...props} />
    </PlatformProvider>
  );
}

function Inside({ children, guest }: Props) {
  const session = useSession();
  if (!session.data) {
    return (
      <Awaiting read={session}>
        <Translate id="people.loading">Verificando a sua sessão…</Translate>
      </Awaiting>
    );
  }
  const { person, workspace, workspaces = [], is_provider: isProvider = false } = session.data;
  if (person && workspace)
    return children({ person, workspace, workspaces, isProvider, reload: () => session.refetch() });
  const back = `?next=${encodeURIComponent(window.location.pathname)}`;
  return (
    <>
      <p>{guest}</p>
      <ButtonRow>
        <ButtonLink variant="primary" to={`/sign-in${back}`}>
          <Translate id="people.signIn">Entrar</Translate>
        </ButtonLink>
        <ButtonLink to={`/sign-up${back}`}>
          <Translate id="people.signUp">Criar conta</Translate>
        </ButtonLink>
      </ButtonRow>
    </>
  );
}
