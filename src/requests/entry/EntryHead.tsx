import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { operationAddress } from '../../documents/operation-address.ts';
import type { OperationData } from '../../documents/operation-data.ts';
import { formatDuration } from '../../format/format-figures.ts';
import { Moment } from '../../format/Moment.tsx';
import type { RequestDetails } from '../../generated/platform/types.gen.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { LinkedText } from '../../ui/LinkedText.tsx';
import { MethodBadge } from '../../ui/MethodBadge.tsx';
import { AnswerBadge } from '../AnswerBadge.tsx';
import { isOnOwnClock } from '../clock.ts';
import styles from './RequestEntry.module.css';

interface Props {
  entry: RequestDetails;
  /** Undefined while it is loading, and null if the portal has no page for it. */
  operation: OperationData | null | undefined;
}

/** What was called, how it ended, and the way to call it again. */
export function EntryHead({ entry, operation }: Props) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const { id, at, clock_at, method, path, query, status, duration_ms } = entry;
  return (
    <header className={styles.head}>
      <p className={styles.target} translate="no">
        <MethodBadge method={method} />
        <span>
          <LinkedText>{path}</LinkedText>
          {query && (
            <span className={styles.query}>
              ?<LinkedText>{query}</LinkedText>
            </span>
          )}
        </span>
      </p>
      <p className={styles.figures}>
        <AnswerBadge status={status} text />
        <span>{formatDuration(duration_ms, currentLocale)}</span>
        <Moment time={at} timeStyle="medium" />
        {isOnOwnClock(entry) && (
          <span className={styles.clock}>
            <Translate
              id="requests.entry.clock"
              values={{ time: <Moment key="time" time={clock_at} timeStyle="medium" /> }}
            >
              {'no relógio do espaço: {time}'}
            </Translate>
          </span>
        )}
      </p>
      {operation && (
        <ButtonLink variant="primary" to={`${operationAddress(operation)}?request=${id}#try`}>
          <Translate id="requests.entry.resend">Editar e reenviar</Translate>
        </ButtonLink>
      )}
      {operation === null && (
        <p className={styles.quiet}>
          <Translate id="requests.entry.noOperation">
            Nenhuma operação tem este caminho e este método; por isso ela só pode ser repetida com curl.
          </Translate>
        </p>
      )}
    </header>
  );
}
