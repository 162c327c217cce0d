import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { memo } from 'react';
import { actorText } from '../../client/actor-text.ts';
import { formatDuration } from '../../format/format-figures.ts';
import { formatTime } from '../../format/format-time.ts';
import type { LoggedRequest } from '../../generated/platform/types.gen.ts';
import { MethodBadge } from '../../ui/MethodBadge.tsx';
import { AnswerBadge } from '../AnswerBadge.tsx';
import { isOnOwnClock } from '../clock.ts';
import styles from './RequestRow.module.css';

interface Props {
  request: LoggedRequest;
  /** Whether it came in while the page was open. */
  isNew: boolean;
  names: Map<string, string>;
  search: string;
  onOpen: () => void;
}

/** A call in one line, which leads to its entry. */
export const RequestRow = memo(function RequestRow({ request, isNew, names, search, onOpen }: Props) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const { id, at, clock_at, method, path, query, error_code, duration_ms, actor } = request;
  const address = new URLSearchParams(search);
  address.set('id', id);
  const caller = actor ? actorText(actor, names) : translate({ id: 'requests.noActor', message: 'Chave recusada' });
  return (
    <li className={styles.row}>
      <Link to={`/requests?${address}`} className={styles.line} data-new={isNew} onClick={onOpen}>
        <span className={styles.times}>
          <time dateTime={at}>{formatTime(at, currentLocale)}</time>
          {isOnOwnClock(request) && (
            <time
              dateTime={clock_at}
              className={styles.clock}
              title={translate({ id: 'requests.clock', message: 'Hora do relógio do espaço' })}
            >
              {formatTime(clock_at, currentLocale)}
            </time>
          )}
        </span>
        <span className={styles.method}>
          <MethodBadge method={method} compact />
        </span>
        <span className={styles.path} translate="no" title={path}>
          {path}
          {query && <span className={styles.query}>?{query}</span>}
        </span>
        <span className={styles.answer}>
          <AnswerBadge status={request.status} />
          {error_code && <span className={styles.code}>{error_code}</span>}
        </span>
        <span className={styles.duration}>{formatDuration(duration_ms, currentLocale)}</span>
        <span className={styles.caller} title={caller}>
          {caller}
        </span>
      </Link>
    </li>
  );
});
