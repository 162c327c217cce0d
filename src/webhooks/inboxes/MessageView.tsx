import Link from '@docusaurus/Link';
import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { memo } from 'react';
import { prettyJson } from '../../exchange/received-response.ts';
import { formatSize } from '../../format/format-figures.ts';
import { formatTime } from '../../format/format-time.ts';
import type { InboxMessage } from '../../generated/platform/types.gen.ts';
import { CodeView } from '../../ui/CodeView.tsx';
import { HeaderList } from '../HeaderList.tsx';
import { writeFilters } from '../log/log-filters.ts';
import styles from './Inboxes.module.css';
import { typeOfMessage } from './type-of-message.ts';

/** One message: its signature check at a glance, and its details when expanded. */
export const MessageView = memo(function MessageView({ message }: { message: InboxMessage }) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const { method, query, headers, body, body_size, body_truncated, signature, event_id, answered_status } = message;
  const type = typeOfMessage(message);
  return (
    <li>
      <details className={styles.message}>
        <summary>
          <span className={styles.verdict} data-signature={signature}>
            {verdictText(signature)}
          </span>
          <code translate="no">{type ?? method}</code>
          <span className={styles.quiet}>
            {answered_status === null ? (
              <Translate id="webhooks.message.closed">fechou a conexão</Translate>
            ) : (
              <Translate id="webhooks.message.responded" values={{ status: answered_status }}>
                {'respondeu {status}'}
              </Translate>
            )}
          </span>
          <time dateTime={message.received_at}>{formatTime(message.received_at, currentLocale)}</time>
        </summary>
        <div className={styles.content}>
          {query && (
            <p className={styles.quiet} translate="no">
              ?{query}
            </p>
          )}
          {event_id && (
            <p>
              <Link to={`/webhooks${writeFilters('', { event_id })}`}>
                <Translate id="webhooks.message.delivery">Ver a entrega</Translate>
              </Link>
            </p>
          )}
          <HeaderList headers={headers} />
          {body === '' ? (
            <p className={styles.quiet}>
              <Translate id="webhooks.message.noBody">Sem corpo.</Translate>
            </p>
          ) : (
            <CodeView linked code={prettyJson(body)} language="json" className={styles.code} />
          )}
          {body_truncated && (
            <p className={styles.quiet}>
              <Translate id="webhooks.message.truncated" values={{ size: formatSize(body_size, currentLocale) }}>
                {'Mostrando só o início ({size} no total).'}
              </Translate>
            </p>
          )}
        </div>
      </details>
    </li>
  );
});

function verdictText(signature: InboxMessage['signature']): string {
  return {
    valid: translate({ id: 'webhooks.signature.valid', message: 'Assinatura válida' }),
    invalid: translate({ id: 'webhooks.signature.invalid', message: 'Assinatura inválida' }),
    expired: translate({ id: 'webhooks.signature.expired', message: 'Assinatura expirada' }),
    missing: translate({ id: 'webhooks.signature.missing', message: 'Sem assinatura' }),
  }[signature];
}
