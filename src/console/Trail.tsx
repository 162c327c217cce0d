import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { useId } from 'react';
import { DeliveryBadge } from '../events/DeliveryBadge.tsx';
import { formatTime } from '../format/format-time.ts';
import { shortUrl } from '../format/short-url.ts';
import type { Delivery, Event } from '../generated/platform/types.gen.ts';
import { ReceiveEvents } from './ReceiveEvents.tsx';
import styles from './Trail.module.css';
import { useTrail } from './use-trail.ts';

/** The events and deliveries that a call has caused, updated live. */
export function Trail({ requestId }: { requestId: string }) {
  const trail = useTrail(requestId);
  const id = useId();
  if (!trail) return null;
  const { events, deliveries } = trail;
  return (
    <section className={styles.trail} aria-labelledby={id}>
      <h3 id={id}>
        <Translate id="console.trail">O que esta chamada causou</Translate>
      </h3>
      {events.length === 0 && (
        <p className={styles.quiet}>
          <Translate id="console.trail.none">Nenhum evento até agora.</Translate>
        </p>
      )}
      <ol>
        {events.map((event) => (
          <EventLine
            key={event.id}
            event={event}
            deliveries={deliveries.filter(({ event_id }) => event_id === event.id)}
          />
        ))}
      </ol>
      {events.length > 0 && (
        <div className={styles.next}>
          {deliveries.length > 0 ? (
            <Link to={`/webhooks?request_id=${requestId}`}>
              <Translate id="console.trail.log">Ver no histórico de entregas</Translate>
            </Link>
          ) : (
            <ReceiveEvents />
          )}
        </div>
      )}
    </section>
  );
}

function EventLine({ event, deliveries }: { event: Event; deliveries: Delivery[] }) {
  const { currentLocale } = useDocusaurusContext().i18n;
  return (
    <li>
      <code translate="no">{event.type}</code>
      <time dateTime={event.created_at}>{formatTime(event.created_at, currentLocale)}</time>
      <ul>
        {deliveries.map((delivery) => (
          <li key={delivery.id}>
            <DeliveryBadge delivery={delivery} />
            <Link to={`/webhooks?request_id=${event.request_id}&delivery=${delivery.id}`} translate="no">
              {shortUrl(delivery.url)}
            </Link>
            {delivery.last_status !== null && <span className={styles.quiet}>{delivery.last_status}</span>}
          </li>
        ))}
      </ul>
    </li>
  );
}
