import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { DeliveryBadge } from '../../events/DeliveryBadge.tsx';
import { formatTime } from '../../format/format-time.ts';
import { shortUrl } from '../../format/short-url.ts';
import type { RequestDetails } from '../../generated/platform/types.gen.ts';
import styles from './Caused.module.css';

/** The events that a call caused, each with its deliveries. */
export function Caused({ entry: { id, events, deliveries } }: { entry: RequestDetails }) {
  const { currentLocale } = useDocusaurusContext().i18n;
  if (events.length === 0) return null;
  return (
    <section className={styles.caused} aria-labelledby="entry-caused">
      <h2 id="entry-caused">
        <Translate id="requests.caused">O que ela causou</Translate>
      </h2>
      <ol>
        {events.map((event) => (
          <li key={event.id}>
            <code translate="no">{event.type}</code>
            <time dateTime={event.created_at}>{formatTime(event.created_at, currentLocale)}</time>
            <ul>
              {deliveries
                .filter(({ event_id }) => event_id === event.id)
                .map((delivery) => (
                  <li key={delivery.id}>
                    <DeliveryBadge delivery={delivery} />
                    <Link to={`/webhooks?request_id=${id}&delivery=${delivery.id}`} translate="no">
                      {shortUrl(delivery.url)}
                    </Link>
                    {delivery.last_status !== null && <span>{delivery.last_status}</span>}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ol>
      <p>
        {deliveries.length > 0 ? (
          <Link to={`/webhooks?request_id=${id}`}>
            <Translate id="requests.caused.log">Ver as entregas em Webhooks</Translate>
          </Link>
        ) : (
          <Link to="/webhooks">
            <Translate id="requests.caused.receive">Nenhum endpoint os recebeu: crie um em Webhooks</Translate>
          </Link>
        )}
      </p>
    </section>
  );
}
