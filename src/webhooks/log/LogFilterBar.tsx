import Translate, { translate } from '@docusaurus/Translate';
import { useApiTitle } from '../../documents/use-api-title.ts';
import { statusText } from '../../events/delivery-texts.ts';
import { shortUrl } from '../../format/short-url.ts';
import type { EventType, WebhookEndpoint } from '../../generated/platform/types.gen.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { FieldRow } from '../../ui/Field.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import styles from './DeliveryLog.module.css';
import { type LogFilters, statuses } from './log-filters.ts';
import { MoreFilters } from './MoreFilters.tsx';

interface Props {
  filters: LogFilters;
  eventTypes: EventType[];
  endpoints: WebhookEndpoint[];
  onChange: (filters: LogFilters) => void;
}

/** The log's filters. Every change applies at once and is stored in the page's address. */
export function LogFilterBar({ filters, eventTypes, endpoints, onChange }: Props) {
  const set = (name: keyof LogFilters) => (value: string) => onChange({ ...filters, [name]: value || undefined });
  const titleOf = useApiTitle();
  const apis = [...new Set(eventTypes.map(({ api }) => api))];
  const types = eventTypes.filter(({ api }) => !filters.api || api === filters.api);
  const isFiltered = Object.values(filters).some(Boolean);
  return (
    <search className={styles.filters} aria-label={translate({ id: 'webhooks.filters', message: 'Filtros' })}>
      <FieldRow>
        <SearchField
          className={styles.search}
          label={translate({ id: 'webhooks.filter.text', message: 'Buscar' })}
          placeholder={translate({ id: 'webhooks.filter.text.hint', message: 'no corpo, no tipo, nos ids' })}
          value={filters.q ?? ''}
          onCommit={set('q')}
        />
        <ChoiceField
          className={styles.filter}
          label={translate({ id: 'webhooks.filter.status', message: 'Situação' })}
          value={filters.status}
          options={statuses.map((status) => [status, statusText(status)])}
          onChange={set('status')}
        />
        <ChoiceField
          className={styles.filter}
          label={translate({ id: 'webhooks.filter.api', message: 'API' })}
          value={filters.api}
          options={apis.map((api) => [api, titleOf(api)])}
          onChange={(api) => onChange({ ...filters, api: (api || undefined) as string, type: undefined })}
        />
        <ChoiceField
          className={styles.filter}
          label={translate({ id: 'webhooks.filter.type', message: 'Tipo' })}
          value={filters.type}
          options={[...new Set(types.map(({ type }) => type))].map((type) => [type, type])}
          onChange={set('type')}
        />
        <ChoiceField
          className={styles.filter}
          label={translate({ id: 'webhooks.filter.endpoint', message: 'Endpoint' })}
          value={filters.endpoint_id}
          options={endpoints.map(({ id, description, url }) => [id, description || shortUrl(url)])}
          onChange={set('endpoint_id')}
        />
        {isFiltered && (
          <Button variant="plain" onClick={() => onChange({})}>
            <Translate id="webhooks.filter.clear">Limpar filtros</Translate>
          </Button>
        )}
      </FieldRow>
      <MoreFilters filters={filters} onChange={onChange} />
    </search>
  );
}
