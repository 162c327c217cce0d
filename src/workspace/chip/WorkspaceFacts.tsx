import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { Awaiting } from '../../client/Awaiting.tsx';
import { usePersonsKey } from '../../client/use-persons-key.ts';
import { useWorkspace } from '../../client/use-workspace.ts';
import { maskKey } from '../../exchange/credentials.ts';
import { ClockLead } from '../../format/ClockLead.tsx';
import { formatSpan } from '../../format/format-span.ts';
import { Moment } from '../../format/Moment.tsx';
import { useNow } from '../../format/use-now.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Fact } from '../../ui/Fact.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import styles from './WorkspacePanel.module.css';

/** The workspace as the server knows it, and the key with which this browser calls its sandboxes. */
export function WorkspaceFacts() {
  const { read } = useWorkspace();
  const key = usePersonsKey();
  const { workspace, aheadOfHere } = read.data ?? {};
  return (
    <>
      {workspace && (
        <h2 className={styles.name}>
          {workspace.name ?? <Translate id="chip.unnamed">Espaço de visitante</Translate>}
        </h2>
      )}
      {(!workspace || read.error) && (
        <Awaiting read={read}>
          <Translate id="workspace.loading">Carregando o seu espaço…</Translate>
        </Awaiting>
      )}
      <dl className={styles.facts}>
        <Fact term={<Translate id="chip.key">Chave de teste</Translate>}>
          {key && (
            <>
              <code translate="no">{maskKey(key.secret)}</code>
              <CopyButton
                text={key.secret}
                label={translate({ id: 'chip.copyKey', message: 'Copiar a chave de teste' })}
              />{' '}
              <PageLink to="/keys">
                <Translate id="chip.keys">Todas as chaves</Translate>
              </PageLink>
            </>
          )}
        </Fact>
        <Fact term={<Translate id="workspace.id">Identificador</Translate>}>
          {workspace && (
            <>
              <code translate="no">{workspace.id}</code>
              <CopyButton text={workspace.id} />
            </>
          )}
        </Fact>
        <Fact term={<Translate id="workspace.expires">Expira em</Translate>}>
          {workspace?.expires_at && <TimeLeft until={workspace.expires_at} />}
        </Fact>
        <Fact term={<Translate id="workspace.clock">Relógio</Translate>}>
          {workspace && workspace.ahead_seconds >= 1 && (
            <Clock aheadOfHere={aheadOfHere ?? 0} aheadSeconds={workspace.ahead_seconds} />
          )}
        </Fact>
      </dl>
    </>
  );
}

function TimeLeft({ until }: { until: string }) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const seconds = (Date.parse(until) - useNow(0).getTime()) / 1000;
  return (
    <>
      <Moment time={until} />{' '}
      <span className={styles.faint}>({formatSpan(Math.max(60, Math.floor(seconds / 60) * 60), currentLocale)})</span>
    </>
  );
}

function Clock({ aheadOfHere, aheadSeconds }: { aheadOfHere: number; aheadSeconds: number }) {
  const now = useNow(aheadOfHere);
  return (
    <>
      <Moment time={now.toISOString()} /> <ClockLead aheadSeconds={aheadSeconds} />
    </>
  );
}
