import Translate, { translate } from '@docusaurus/Translate';
import { useApiTitle } from '../../documents/use-api-title.ts';
import { statusText } from '../../events/delivery-texts.ts';
import { shortUrl } from '../../format/short-url.ts';
import type { EventType, WebhookEndpoint } from '../../generated/platform/types.gen.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Control.tsx';
import { Field, FieldRow } from '../../ui/Field.tsx';
import styles from './DeliveryLog.module.css';
import { type LogFilters, statuses } from './log-filters.ts';
import { MoreFilters } from './MoreFilters.tsx';
import { SearchField } from './SearchField.tsx';

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
        <Choice
          label={translate({ id: 'webhooks.filter.status', message: 'Situação' })}
          value={filters.status}
          options={statuses.map((status) => [status, statusText(status)])}
          onChange={set('status')}
        />
        <Choice
          label={translate({ id: 'webhooks.filter.api', message: 'API' })}
          value={filters.api}
          options={apis.map((api) => [api, titleOf(api)])}
          onChange={(api) => onChange({ ...filters, api: (api || undefined) as string, type: undefined })}
        />
        <Choice
          label={translate({ id: 'webhooks.filter.type', message: 'Tipo' })}
          value={filters.type}
          options={[...new Set(types.map(({ type }) => type))].map((type) => [type, type])}
          onChange={set('type')}
        />
        <Choice
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

interface ChoiceProps {
  label: string;
  value: string | undefined;
  options: [value: string, label: string][];
  onChange: (value: string) => void;
}

function Choice({ label, value = '', options, onChange }: ChoiceProps) {
  // A value from the address is shown even if it is not an option, such as a deleted endpoint.
  const isUnknown = value !== '' && !options.some(([option]) => option === value);
  return (
    <Field label={label} className={styles.filter}>
      {(control) => (
        <Select {...control} value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="">{translate({ id: 'webhooks.filter.any', message: 'Qualquer' })}</option>
          {isUnknown && <option value={value}>{value}</option>}
          {options.map(([option, text]) => (
            <option key={option} value={option}>
              {text}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
