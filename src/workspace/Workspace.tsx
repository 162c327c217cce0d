import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import { Awaiting } from '../client/Awaiting.tsx';
import { PlatformProblem } from '../client/PlatformProblem.tsx';
import { PlatformProvider } from '../client/PlatformProvider.tsx';
import { useMayWrite } from '../client/use-may-write.ts';
import { useWorkspace, type WorkspaceChange } from '../client/use-workspace.ts';
import { Moment } from '../format/Moment.tsx';
import type { WorkspaceWithClock } from '../generated/platform/types.gen.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Fact } from '../ui/Fact.tsx';
import { PageLink } from '../ui/PageLink.tsx';
import { Clock } from './Clock.tsx';
import { FileOfWorkspace } from './FileOfWorkspace.tsx';
import { Name } from './Name.tsx';
import { Origins } from './Origins.tsx';
import { Quotas } from './Quotas.tsx';
import { Reset } from './Reset.tsx';
import styles from './Workspace.module.css';

/** This browser's workspace: its name, clock and data. */
export function Workspace() {
  return (
    <PlatformProvider>
      <WorkspaceParts />
    </PlatformProvider>
  );
}

function WorkspaceParts() {
  const { read, change } = useWorkspace();
  const mayWrite = useMayWrite();
  if (!read.data) {
    return (
      <Awaiting read={read}>
        <Translate id="workspace.loading">Carregando o seu espaço…</Translate>
      </Awaiting>
    );
  }
  const { workspace, aheadOfHere } = read.data;
  // What was asked for is not shown as done before the workspace has been read again.
  const busy = change.isPending || read.isFetching;
  return (
    <div className={styles.workspace} aria-busy={busy}>
      <Facts
        workspace={workspace}
        mayWrite={mayWrite}
        busy={busy}
        onRename={(name) => change.mutate({ kind: 'rename', name })}
      />
      <Clock
        aheadOfHere={aheadOfHere}
        aheadSeconds={workspace.ahead_seconds}
        busy={busy}
        onMove={(by) => change.mutate({ kind: 'move', by })}
        onSetBack={() => change.mutate({ kind: 'set-back' })}
      />
      <Origins
        origins={workspace.allowed_origins}
        mayWrite={mayWrite}
        busy={busy}
        error={change.variables?.kind === 'origins' ? change.error : null}
        onChange={(origins) => change.mutate({ kind: 'origins', origins })}
      />
      <Quotas quotas={workspace.quotas} />
      <Reset busy={busy} onReset={(api) => change.mutate({ kind: 'reset', api })} />
      <FileOfWorkspace mayWrite={mayWrite} />
      <div role="status" className={styles.said}>
        {change.isSuccess && !busy && <Done change={change.variables} />}
      </div>
      {(change.error ?? read.error) && <PlatformProblem error={(change.error ?? read.error) as never} />}
    </div>
  );
}

function Done({ change }: { change: WorkspaceChange }) {
  if (change.kind === 'reset')
    return <Translate id="workspace.done.reset">Os dados iniciais foram restaurados.</Translate>;
  if (change.kind === 'rename') return <Translate id="workspace.done.rename">O espaço foi renomeado.</Translate>;
  if (change.kind === 'origins') return <Translate id="workspace.done.origins">As origens foram salvas.</Translate>;
  if (change.kind === 'set-back') return <Translate id="workspace.done.back">O relógio voltou à hora real.</Translate>;
  return (
    <Translate id="workspace.done.move">
      O relógio foi adiantado; o que estava previsto até agora já aconteceu.
    </Translate>
  );
}

interface FactsProps {
  workspace: WorkspaceWithClock;
  mayWrite: boolean;
  busy: boolean;
  onRename: (name: string) => void;
}

function Facts({ workspace, mayWrite, busy, onRename }: FactsProps) {
  return (
    <dl className={styles.facts}>
      <Fact term={<Translate id="workspace.name">Nome</Translate>}>
        <Name name={workspace.name} mayWrite={mayWrite} busy={busy} onRename={onRename} />
      </Fact>
      <Fact term={<Translate id="workspace.id">Identificador</Translate>}>
        <code translate="no">{workspace.id}</code> <CopyButton text={workspace.id} />
      </Fact>
      {workspace.kind === 'team' && (
        <Fact term={<Translate id="workspace.members">Pessoas</Translate>}>
          <Link to="/members">
            <Translate id="workspace.members.link">Membros, convites e transferência</Translate>
          </Link>
        </Fact>
      )}
      {workspace.expires_at && (
        <Fact term={<Translate id="workspace.expires">Expira em</Translate>}>
          <Moment time={workspace.expires_at} dateStyle="long" />{' '}
          <PageLink to="/sign-up">
            <Translate id="workspace.keep">Manter este espaço</Translate>
          </PageLink>
        </Fact>
      )}
    </dl>
  );
}
