import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { useCredentialNames } from '../client/use-credential-names.ts';
import type { ApiLine } from '../documents/api-index-data.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Control.tsx';
import { Field, FieldRow } from '../ui/Field.tsx';
import { groupingText } from './grouping-texts.ts';
import { PeriodSwitch } from './PeriodSwitch.tsx';
import styles from './UsageBar.module.css';
import { type Grouping, groupings, isFiltered, type UsageQuery } from './usage-query.ts';

interface Props {
  query: UsageQuery;
  onChange: (query: UsageQuery) => void;
}

/** What the page counts: period, grouping and filters. Every change applies at once and is stored in the page's address. */
export function UsageBar({ query, onChange }: Props) {
  const names = useCredentialNames();
  const apis = (useDocusaurusContext().siteConfig.customFields?.apis ?? []) as ApiLine[];
  const { period, by, api, operation, credential_id } = query;
  return (
    <search className={styles.bar} aria-label={translate({ id: 'usage.filters', message: 'O que contar' })}>
      <PeriodSwitch period={period} onChange={(next) => onChange({ ...query, period: next })} />
      <FieldRow>
        <Choice
          label={translate({ id: 'usage.by', message: 'Agrupar por' })}
          value={by}
          options={groupings.map((grouping) => [grouping, groupingText(grouping)])}
          onChange={(next) => onChange({ ...query, by: next as Grouping })}
        />
        <Choice
          label={translate({ id: 'usage.filter.api', message: 'API' })}
          any={translate({ id: 'usage.filter.sandboxes', message: 'Todos os sandboxes' })}
          value={api}
          options={apis.filter(({ faulty }) => !faulty).map(({ slug, title }) => [slug, title])}
          onChange={(next) => onChange({ ...query, api: next, operation: undefined })}
        />
        {operation && (
          <Choice
            label={translate({ id: 'usage.filter.operation', message: 'Operação' })}
            any={translate({ id: 'usage.filter.any', message: 'Qualquer' })}
            value={operation}
            options={[]}
            onChange={(next) => onChange({ ...query, operation: next })}
          />
        )}
        <Choice
          label={translate({ id: 'usage.filter.credential', message: 'Chave, cliente ou pessoa' })}
          any={translate({ id: 'usage.filter.any', message: 'Qualquer' })}
          value={credential_id}
          options={[...names]}
          onChange={(next) => onChange({ ...query, credential_id: next })}
        />
        {isFiltered(query) && (
          <Button variant="plain" onClick={() => onChange({ period, by })}>
            <Translate id="usage.filter.clear">Limpar filtros</Translate>
          </Button>
        )}
      </FieldRow>
    </search>
  );
}

interface ChoiceProps {
  label: string;
  /** The option that does not filter. */
  any?: string;
  value: string | undefined;
  options: [value: string, label: string][];
  onChange: (value: string | undefined) => void;
}

function Choice({ label, any, value = '', options, onChange }: ChoiceProps) {
  // A value from the address is shown even if it is not an option, such as a revoked key.
  const isUnknown = value !== '' && !options.some(([option]) => option === value);
  return (
    <Field label={label} className={styles.filter}>
      {(control) => (
        <Select {...control} value={value} onChange={({ target }) => onChange(target.value || undefined)}>
          {any && <option value="">{any}</option>}
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
