import Link from '@docusaurus/Link';
import { useLocation } from '@docusaurus/router';
import Translate from '@docusaurus/Translate';
import { useCurrentKey } from '../../client/current-key.ts';
import { PlatformProblem } from '../../client/PlatformProblem.tsx';
import { PlatformProvider } from '../../client/PlatformProvider.tsx';
import { StartAfresh } from '../../client/StartAfresh.tsx';
import { findSignedIn } from '../../client/signed-in.ts';
import { useGuestKey } from '../../client/use-guest-key.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonRow } from '../../ui/ButtonRow.tsx';
import { browserStorage } from '../../ui/browser-storage.ts';
import { PageLink } from '../../ui/PageLink.tsx';
import { WorkspaceFacts } from './WorkspaceFacts.tsx';
import styles from './WorkspacePanel.module.css';

/** What the chip opens: the workspace, its key, its time, and what one can do with them. */
export function WorkspacePanel() {
  return (
    <PlatformProvider>
      <div className={styles.panel}>
        <Inside />
      </div>
    </PlatformProvider>
  );
}

function Inside() {
  const key = useCurrentKey();
  const person = findSignedIn(browserStorage());
  if (!key && !person) return <NoWorkspace />;
  return (
    <>
      <WorkspaceFacts />
      {person ? <MemberLinks /> : <GuestChoices />}
    </>
  );
}

/** A guest who has not called anything yet: looking at the panel opens no workspace. */
function NoWorkspace() {
  const { getKey, isPending, error } = useGuestKey();
  const open = () => void getKey().catch(() => {});
  return (
    <>
      <p>
        <Translate id="chip.noneYet">
          Um espaço de trabalho é um sandbox só seu, com dados de exemplo e uma chave de teste. O seu se abre na
          primeira chamada, vale para todas as abas deste navegador e expira em 24 horas.
        </Translate>
      </p>
      <ButtonRow>
        <Button variant="primary" disabled={isPending} onClick={open}>
          <Translate id="chip.open">Abrir agora</Translate>
        </Button>
      </ButtonRow>
      {error && !isPending && <PlatformProblem error={error} onRetry={open} />}
    </>
  );
}

function GuestChoices() {
  const { pathname, search } = useLocation();
  const next = encodeURIComponent(pathname + search);
  return (
    <ButtonRow size="small">
      <PageLink to={`/sign-up?next=${next}`}>
        <Translate id="workspace.keep">Manter este espaço</Translate>
      </PageLink>
      <Link to="/workspace">
        <Translate id="chip.more">Relógio e dados</Translate>
      </Link>
      <StartAfresh />
    </ButtonRow>
  );
}

function MemberLinks() {
  return (
    <ButtonRow size="small">
      <Link to="/workspace">
        <Translate id="chip.more">Relógio e dados</Translate>
      </Link>
      <Link to="/account">
        <Translate id="people.workspaces.change">Mudar de espaço</Translate>
      </Link>
    </ButtonRow>
  );
}
