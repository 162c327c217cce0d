import Translate, { translate } from '@docusaurus/Translate';
import { useId } from 'react';
import { localValue, momentOf } from '../../format/format-time.ts';
import fields from '../Fields.module.css';
import styles from './DeliveryLog.module.css';
import type { LogFilters } from './log-filters.ts';
import { SearchField } from './SearchField.tsx';

interface Props {
  filters: LogFilters;
  onChange: (filters: LogFilters) => void;
}

/** The filters that are needed less often: time, and the ids that links from elsewhere bring along. */
export function MoreFilters({ filters, onChange }: Props) {
  const id = useId();
  const { since, until, record_id, request_id, event_id } = filters;
  const set = (name: keyof LogFilters, value: string | undefined) =>
    onChange({ ...filters, [name]: value || undefined });
  const ids = [
    ['record_id', translate({ id: 'webhooks.filter.record', message: 'Id do registro' }), record_id],
    ['request_id', translate({ id: 'webhooks.filter.request', message: 'Id da requisição' }), request_id],
    ['event_id', translate({ id: 'webhooks.filter.event', message: 'Id do evento' }), event_id],
  ] as const;
  const times = [
    ['since', translate({ id: 'webhooks.filter.since', message: 'Desde' }), since],
    ['until', translate({ id: 'webhooks.filter.until', message: 'Até antes de' }), until],
  ] as const;
  return (
    <details className={styles.more} open={Boolean(since || until || record_id || request_id || event_id)}>
      <summary>
        <Translate id="webhooks.filter.more">Por horário ou id</Translate>
      </summary>
      <div className={fields.row}>
        {times.map(([name, label, value]) => (
          <span key={name}>
            <label htmlFor={`${id}-${name}`}>{label}</label>
            <input
              id={`${id}-${name}`}
              type="datetime-local"
              value={localValue(value)}
              onChange={({ target }) => set(name, momentOf(target.value))}
            />
          </span>
        ))}
        {ids.map(([name, label, value]) => (
          <SearchField key={name} type="text" label={label} value={value ?? ''} onCommit={(text) => set(name, text)} />
        ))}
      </div>
    </details>
  );
}
