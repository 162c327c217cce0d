import Translate, { translate } from '@docusaurus/Translate';
import { localValue, momentOf } from '../../format/format-time.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { Input } from '../../ui/Control.tsx';
import { Field, FieldRow } from '../../ui/Field.tsx';
import styles from './FilterBar.module.css';
import type { RequestFilters } from './request-filters.ts';

interface Props {
  filters: RequestFilters;
  errorCodes: string[];
  methods: string[];
  onChange: (filters: RequestFilters) => void;
}

/** The less common filters: method, error code, time. */
export function MoreFilters({ filters, errorCodes, methods, onChange }: Props) {
  const { method, error_code, since, until } = filters;
  const set = (name: keyof RequestFilters) => (value: string | undefined) =>
    onChange({ ...filters, [name]: value || undefined });
  const times = [
    ['since', translate({ id: 'requests.filter.since', message: 'Desde' }), since],
    ['until', translate({ id: 'requests.filter.until', message: 'Antes de' }), until],
  ] as const;
  return (
    <details className={styles.more} open={Boolean(method || error_code || since || until)}>
      <summary>
        <Translate id="requests.filter.more">Por método, código de erro ou horário</Translate>
      </summary>
      <FieldRow>
        <ChoiceField
          className={styles.filter}
          label={translate({ id: 'requests.filter.method', message: 'Método' })}
          value={method}
          options={methods.map((name) => [name, name])}
          onChange={set('method')}
        />
        <ChoiceField
          className={styles.filter}
          label={translate({ id: 'requests.filter.code', message: 'Código de erro' })}
          value={error_code}
          options={errorCodes.map((code) => [code, code])}
          onChange={set('error_code')}
        />
        {times.map(([name, label, value]) => (
          <Field key={name} label={label} className={styles.time}>
            {(control) => (
              <Input
                {...control}
                type="datetime-local"
                value={localValue(value)}
                onChange={({ target }) => set(name)(momentOf(target.value))}
              />
            )}
          </Field>
        ))}
      </FieldRow>
    </details>
  );
}
