import Translate from '@docusaurus/Translate';
import { Awaiting } from '../../client/Awaiting.tsx';
import { PlatformProblem } from '../../client/PlatformProblem.tsx';
import { useCredentialNames } from '../../client/use-credential-names.ts';
import { Button } from '../../ui/Button.tsx';
import styles from '../Keys.module.css';
import { MoreButton } from '../MoreButton.tsx';
import { AuditTable } from './AuditTable.tsx';
import { useAuditTrail } from './use-audit-trail.ts';

interface Props {
  /** If set, shows only the events of this key or client. */
  targetId: string | undefined;
  onShowAll: () => void;
}

/** Who did what with keys, clients, members and settings of the workspace. */
export function AuditTrail({ targetId, onShowAll }: Props) {
  const read = useAuditTrail(targetId);
  const names = useCredentialNames();
  if (!read.data) {
    return (
      <Awaiting read={read}>
        <Translate id="keys.audit.loading">Carregando a trilha de auditoria…</Translate>
      </Awaiting>
    );
  }
  return (
    <div className={styles.list}>
      {targetId && (
        <div>
          <p>
            <Translate id="keys.audit.only" values={{ name: <b>{names.get(targetId) ?? targetId}</b> }}>
              {'Só as ações sobre {name}.'}
            </Translate>
          </p>
          <Button size="small" onClick={onShowAll}>
            <Translate id="keys.audit.all">Mostrar tudo</Translate>
          </Button>
        </div>
      )}
      {read.error && <PlatformProblem error={read.error} onRetry={() => void read.refetch()} />}
      <AuditTable events={read.data.pages.flatMap(({ data }) => data)} names={names} />
      <MoreButton read={read} />
    </div>
  );
}
