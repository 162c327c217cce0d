import Translate from '@docusaurus/Translate';
import { PlatformProblem } from '../../client/PlatformProblem.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from '../Keys.module.css';
import { AuditTable } from './AuditTable.tsx';
import { useAuditTrail } from './use-audit-trail.ts';
import { useNames } from './use-names.ts';

interface Props {
  /** The id of a key or client, of which alone the trail is shown. */
  targetId: string | undefined;
  onShowAll: () => void;
}

/** Who did what with keys, clients, members and settings of the workspace. */
export function AuditTrail({ targetId, onShowAll }: Props) {
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useAuditTrail(targetId);
  const names = useNames();
  const events = data?.pages.flatMap((page) => page.data);

  if (error && !events) return <PlatformProblem error={error} onRetry={() => void refetch()} />;
  if (!events) {
    return (
      <p role="status" className={styles.quiet}>
        <Translate id="keys.audit.loading">Lendo a trilha…</Translate>
      </p>
    );
  }
  return (
    <div className={styles.list}>
      {targetId && (
        <div>
          <p>
            <Translate id="keys.audit.only" values={{ name: <b>{names.get(targetId) ?? targetId}</b> }}>
              {'Só o que aconteceu com {name}.'}
            </Translate>
          </p>
          <Button size="small" onClick={onShowAll}>
            <Translate id="keys.audit.all">Mostrar tudo</Translate>
          </Button>
        </div>
      )}
      {error && <PlatformProblem error={error} onRetry={() => void refetch()} />}
      {events.length === 0 ? (
        <p className={styles.empty}>
          <Translate id="keys.audit.empty">
            Ainda não há registros. O que alguém fizer com chaves, clientes e membros aparece aqui, e nada se apaga.
          </Translate>
        </p>
      ) : (
        <AuditTable events={events} names={names} />
      )}
      {hasNextPage && (
        <div>
          <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            <Translate id="keys.more">Mostrar mais</Translate>
          </Button>
        </div>
      )}
    </div>
  );
}
