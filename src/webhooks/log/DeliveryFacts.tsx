import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { formatTime } from '../../format/format-time.ts';
import type { Delivery } from '../../generated/platform/types.gen.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Fact, FactList } from '../../ui/Fact.tsx';
import { RequestLink } from '../../ui/RequestLink.tsx';
import styles from './DeliveryDetail.module.css';
import { writeFilters } from './log-filters.ts';

/** What a delivery is related to; each id links to everything with that id. */
export function DeliveryFacts({ delivery }: { delivery: Delivery }) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const { id, event_id, record, request_id, endpoint_id, url, api_version, created_at, finished_at } = delivery;
  return (
    <FactList>
      <Fact term={<Translate id="webhooks.fact.endpoint">Endpoint</Translate>}>
        <Link to={`/webhooks?tab=endpoints&endpoint=${endpoint_id}`}>
          <code translate="no">{url}</code>
        </Link>
      </Fact>
      <Fact term={<Translate id="webhooks.fact.record">Registro</Translate>}>
        <Link to={`/webhooks${writeFilters('', { record_id: record.id })}`}>
          <code translate="no">
            {record.store}/{record.id}
          </code>
        </Link>
      </Fact>
      {request_id && (
        <Fact term={<Translate id="webhooks.fact.request">Requisição que o causou</Translate>}>
          <RequestLink id={request_id} />
          <CopyButton text={request_id} />{' '}
          <Link className={styles.also} to={`/webhooks${writeFilters('', { request_id })}`}>
            <Translate id="webhooks.fact.requestDeliveries">entregas dela</Translate>
          </Link>
        </Fact>
      )}
      <Fact term={<Translate id="webhooks.fact.event">Evento (webhook-id)</Translate>}>
        <Link to={`/webhooks${writeFilters('', { event_id })}`}>
          <code translate="no">{event_id}</code>
        </Link>
        <CopyButton text={event_id} />{' '}
        {event_id.startsWith('evt_test_') && (
          <Translate id="webhooks.fact.test">Evento de teste: nada mudou nos dados.</Translate>
        )}
      </Fact>
      <Fact term={<Translate id="webhooks.fact.delivery">Entrega</Translate>}>
        <code translate="no">{id}</code>
        <CopyButton text={id} />
      </Fact>
      {api_version && (
        <Fact term={<Translate id="webhooks.fact.version">Versão da API</Translate>}>
          <code translate="no">{api_version}</code>
        </Fact>
      )}
      <Fact term={<Translate id="webhooks.fact.created">Ocorreu em</Translate>}>
        <time dateTime={created_at}>{formatTime(created_at, currentLocale)}</time>
      </Fact>
      {finished_at && (
        <Fact term={<Translate id="webhooks.fact.finished">Terminou em</Translate>}>
          <time dateTime={finished_at}>{formatTime(finished_at, currentLocale)}</time>
        </Fact>
      )}
    </FactList>
  );
}
