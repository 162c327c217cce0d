import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { ApiLine } from '../documents/api-index-data.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Control.tsx';
import { Field, FieldRow } from '../ui/Field.tsx';
import styles from './Suggestions.module.css';
import type { SuggestionFilters } from './use-suggestions.ts';

interface Props {
  filters: SuggestionFilters;
  /** Changes the page's address, which holds the filters. */
  onChange: (names: Record<string, string | undefined>) => void;
}

/** The filters of suggestions: their state, their API, and the page that was chosen. */
export function FilterBar({ filters, onChange }: Props) {
  const apis = (useDocusaurusContext().siteConfig.customFields?.apis ?? []) as ApiLine[];
  return (
    <search className={styles.filters} aria-label={translate({ id: 'suggestions.filters', message: 'Filtros' })}>
      <FieldRow>
        <Field label={<Translate id="suggestions.filter.state">Situação</Translate>}>
          {(control) => (
            <Select
              {...control}
              value={filters.state ?? 'all'}
              onChange={({ target }) => onChange({ state: target.value === 'open' ? undefined : target.value })}
            >
              <option value="open">{translate({ id: 'suggestions.state.open', message: 'Em aberto' })}</option>
              <option value="done">{translate({ id: 'suggestions.state.done', message: 'Resolvidas' })}</option>
              <option value="all">{translate({ id: 'suggestions.state.all', message: 'Todas' })}</option>
            </Select>
          )}
        </Field>
        <Field label={<Translate id="suggestions.filter.api">API</Translate>}>
          {(control) => (
            <Select {...control} value={filters.api ?? ''} onChange={({ target }) => onChange({ api: target.value })}>
              <option value="">{translate({ id: 'suggestions.filter.any', message: 'Qualquer' })}</option>
              {apis.map(({ slug, title }) => (
                <option key={slug} value={slug}>
                  {title}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </FieldRow>
      {filters.page && (
        <p className={styles.chosen}>
          <Translate id="suggestions.filter.page" values={{ page: <code translate="no">{filters.page}</code> }}>
            {'Só as sugestões sobre {page}.'}
          </Translate>{' '}
          <Button size="small" onClick={() => onChange({ page: undefined })}>
            <Translate id="suggestions.filter.allPages">Todas as páginas</Translate>
          </Button>
        </p>
      )}
    </search>
  );
}
