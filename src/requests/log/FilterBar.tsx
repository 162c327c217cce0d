import Translate, { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { useApiTitle } from '../../documents/use-api-title.ts';
import { Button } from '../../ui/Button.tsx';
import { Check } from '../../ui/Check.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { FieldRow } from '../../ui/Field.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import styles from './FilterBar.module.css';
import { MoreFilters } from './MoreFilters.tsx';
import { isFiltered, type RequestFilters } from './request-filters.ts';
import { useChoices } from './use-choices.ts';

interface Props {
  filters: RequestFilters;
  /** Names of keys, clients and people by id. */
  names: Map<string, string>;
  onChange: (filters: RequestFilters) => void;
  /** Beside the switches. */
  children: ReactNode;
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

/** The log's filters. Every change applies at once and is stored in the page's address. */
export function FilterBar({ filters, names, onChange, children }: Props) {
  const titleOf = useApiTitle();
  const choices = useChoices(filters, names);
  const set = (name: keyof RequestFilters) => (value: string) => onChange({ ...filters, [name]: value || undefined });
  return (
    <search className={styles.filters} aria-label={translate({ id: 'requests.filters', message: 'Filtros' })}>
      <FieldRow>
        <SearchField
          className={styles.search}
          label={translate({ id: 'requests.filter.text', message: 'Buscar' })}
          placeholder={translate({ id: 'requests.filter.text.hint', message: 'no caminho, nos ids, nos corpos' })}
          value={filters.q ?? ''}
          onCommit={set('q')}
        />
        <ChoiceField
          className={styles.filter}
          label={translate({ id: 'requests.filter.status', message: 'Status' })}
          value={filters.status}
          options={choices.statuses}
          onChange={set('status')}
        />
        <ChoiceField
          className={styles.filter}
          label={translate({ id: 'requests.filter.api', message: 'API' })}
          value={filters.api}
          options={choices.apis.map((api) => [api, titleOf(api)])}
          onChange={(api) => {
            const { operation: _, api: __, ...others } = filters;
            onChange(api ? { ...others, api } : others);
          }}
        />
        <ChoiceField
          className={styles.filter}
          label={translate({ id: 'requests.filter.operation', message: 'Operação' })}
          value={filters.operation}
          options={choices.operations.map((operation) => [operation, operation])}
          onChange={set('operation')}
        />
        <ChoiceField
          className={styles.filter}
          label={translate({ id: 'requests.filter.key', message: 'Chave' })}
          value={filters.credential_id}
          options={choices.credentials}
          onChange={set('credential_id')}
        />
      </FieldRow>
      <MoreFilters filters={filters} errorCodes={choices.errorCodes} methods={methods} onChange={onChange} />
      <div className={styles.switches}>
        {children}
        <Check
          checked={filters.target !== undefined || filters.api === 'platform'}
          disabled={filters.api === 'platform'}
          onChange={(wanted) => {
            const { target: _, ...others } = filters;
            onChange(wanted ? { ...others, target: 'all' } : others);
          }}
        >
          <Translate id="requests.filter.platform">Mostrar também as chamadas à API da plataforma</Translate>
        </Check>
        {isFiltered(filters) && (
          <Button variant="plain" size="small" onClick={() => onChange({ target: filters.target })}>
            <Translate id="requests.filter.clear">Limpar filtros</Translate>
          </Button>
        )}
      </div>
    </search>
  );
}
