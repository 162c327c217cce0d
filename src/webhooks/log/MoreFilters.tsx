import Translate, { translate } from '@docusaurus/Translate';
import { localValue, momentOf } from '../../format/format-time.ts';
import { Input } from '../../ui/Control.tsx';
import { Field, FieldRow } from '../../ui/Field.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import styles from './DeliveryLog.module.css';
import type { LogFilters } from './log-filters.ts';

interface Props {
  filters: LogFilters;
  onChange: (filters: LogFilters) => void;
}

/** The less common filters: time, and ids from links on other pages. */
export function MoreFilters({ filters, onChange }: Props) {
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
    ['until', translate({ id: 'webhooks.filter.until', message: 'Antes de' }), until],
  ] as const;
  return (
    <details className={styles.more} open={Boolean(since || until || record_id || request_id || event_id)}>
      <summary>
        <Translate id="webhooks.filter.more">Por horário ou id</Translate>
      </summary>
      <FieldRow>
        {times.map(([name, label, value]) => (
          <Field key={name} label={label} className={styles.time}>
            {(control) => (
              <Input
                {...control}
                type="datetime-local"
                value={localValue(value)}
                onChange={({ target }) => set(name, momentOf(target.value))}
              />
            )}
          </Field>
        ))}
        {ids.map(([name, label, value]) => (
          <SearchField
            key={name}
            type="text"
            className={styles.filter}
            label={label}
            value={value ?? ''}
            onCommit={(text) => set(name, text)}
          />
        ))}
      </FieldRow>
    </details>
  );
}
