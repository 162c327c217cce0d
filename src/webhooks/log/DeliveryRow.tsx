import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { memo, useId } from 'react';
import { DeliveryBadge } from '../../events/DeliveryBadge.tsx';
import { formatTime } from '../../format/format-time.ts';
import { shortUrl } from '../../format/short-url.ts';
import type { Delivery } from '../../generated/platform/types.gen.ts';
import { DeliveryDetail } from './DeliveryDetail.tsx';
import styles from './DeliveryRow.module.css';

interface Props {
  id: string;
  /** Undefined if only the id is known, as from a link. */
  delivery?: Delivery;
  isOpen: boolean;
  onToggle: (id: string | undefined) => void;
}

/** A row of the log, which expands to the details of the delivery. */
export const DeliveryRow = memo(function DeliveryRow({ id, delivery, isOpen, onToggle }: Props) {
  const panel = useId();
  return (
    <li className={styles.row} data-open={isOpen}>
      <button
        type="button"
        className={styles.line}
        aria-expanded={isOpen}
        aria-controls={isOpen ? panel : undefined}
        onClick={() => onToggle(isOpen ? undefined : id)}
      >
        {delivery ? <Line delivery={delivery} /> : <code>{id}</code>}
      </button>
      {isOpen && (
        <div id={panel} className={styles.panel}>
          <DeliveryDetail id={id} />
        </div>
      )}
    </li>
  );
});

function Line({ delivery }: { delivery: Delivery }) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const { type, api, record, url, attempt_count, last_status, created_at } = delivery;
  return (
    <>
      <span className={styles.badge}>
        <DeliveryBadge delivery={delivery} />
      </span>
      <span className={styles.type}>
        <span className={styles.api}>{api}</span> <code translate="no">{type}</code>
      </span>
      <code className={styles.record} translate="no">
        {record.id}
      </code>
      <span className={styles.url} translate="no">
        {shortUrl(url)}
      </span>
      <span className={styles.attempts}>
        {last_status !== null && (
          <span title={translate({ id: 'webhooks.row.lastStatus', message: 'Último status' })}>{last_status}</span>
        )}
        {attempt_count > 1 && (
          <Translate id="webhooks.row.attempts" values={{ count: attempt_count }}>
            {'{count} tentativas'}
          </Translate>
        )}
      </span>
      <time className={styles.time} dateTime={created_at}>
        {formatTime(created_at, currentLocale)}
      </time>
    </>
  );
}
