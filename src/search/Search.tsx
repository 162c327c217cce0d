import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { browserStorage } from '../ui/browser-storage.ts';
import { Spoken } from '../ui/Spoken.tsx';
import type { Hit } from './hits.ts';
import { type ResultGroup, ResultList } from './ResultList.tsx';
import { addRecentPage } from './recent-pages.ts';
import { Scopes } from './Scopes.tsx';
import styles from './Search.module.css';
import { NothingFound, Unavailable } from './SearchNotice.tsx';
import { useGroups } from './use-groups.ts';
import { useOptions } from './use-options.ts';
import { useSearch } from './use-search.ts';
import { useSuggestions } from './use-suggestions.ts';

interface Props {
  query: string;
  onQuery: (query: string) => void;
  /** Called when a page is chosen. */
  onChoose?: () => void;
  /** Content beside the field. */
  aside?: ReactNode;
}

/** How many pages are shown at first, and added by each "more". */
const step = 10;

/** The search: a field, the scopes and the results, or suggestions before anything is typed. */
export function Search({ query, onQuery, onChoose, aside }: Props) {
  const { i18n, siteConfig } = useDocusaurusContext();
  const { here, nameOf } = useGroups();
  const [only, setOnly] = useState<string>();
  const [limit, setLimit] = useState(step);
  const { state, retry } = useSearch(query, { only, here, limit }, siteConfig.baseUrl);
  const { recent, begin, forget } = useSuggestions();
  const isHurried = useRef(false);

  const results = 'results' in state ? state.results : undefined;
  const groups: ResultGroup[] = results
    ? results.groups.map(({ group, hits }) => ({ name: nameOf(group), hits }))
    : state.phase === 'idle'
      ? [
          { name: translate({ id: 'search.recent', message: 'Visitadas recentemente' }), hits: recent },
          { name: translate({ id: 'search.begin', message: 'Para começar' }), hits: begin },
        ].filter(({ hits }) => hits.length > 0)
      : [];
  const count = groups.reduce((sum, { hits }) => sum + hits.length, 0);
  const left = results?.left ?? 0;
  const options = useOptions(count + Number(left > 0), `${query}${only}`);

  function type(next: string) {
    setLimit(step);
    onQuery(next);
  }

  function choose(hit: Hit) {
    addRecentPage(browserStorage(), i18n.currentLocale, hit);
    onChoose?.();
  }

  // If Enter was pressed before the results arrived, go to the first result as soon as it is there.
  const first = options.idOf(0);
  useEffect(() => {
    if (state.phase !== 'found' || !isHurried.current) return;
    isHurried.current = false;
    document.getElementById(first)?.click();
  }, [state, first]);

  return (
    <search className={styles.search}>
      <div className={styles.head}>
        <input
          className={styles.field}
          role="combobox"
          aria-label={translate({ id: 'search.field', message: 'Buscar em guias e referência' })}
          aria-expanded={count > 0}
          aria-controls={options.listId}
          aria-autocomplete="list"
          aria-activedescendant={count > 0 ? options.idOf(options.active) : undefined}
          placeholder={translate({
            id: 'search.placeholder',
            message: 'Buscar: um tema, GET /caminho, um campo, um erro',
          })}
          // biome-ignore lint/a11y/noAutofocus: people open the search to type
          autoFocus
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
          value={query}
          onChange={(event) => type(event.target.value)}
          onKeyDown={(event) => {
            isHurried.current = event.key === 'Enter' && state.phase === 'searching';
            if (!isHurried.current) options.onKey(event);
          }}
        />
        {aside}
      </div>
      <Scopes
        counts={results?.counts ?? {}}
        here={here}
        only={only}
        nameOf={nameOf}
        onChange={(next) => {
          setLimit(step);
          setOnly(next);
        }}
      />
      <div className={styles.results} data-phase={state.phase}>
        <ResultList
          groups={groups}
          query={results ? query : ''}
          options={options}
          left={left}
          onChoose={choose}
          onMore={() => setLimit(limit + step)}
        />
        {state.phase === 'idle' && recent.length > 0 && (
          <button type="button" className={styles.forget} onClick={forget}>
            <Translate id="search.forget">Limpar visitadas</Translate>
          </button>
        )}
        {state.phase === 'found' && count === 0 && <NothingFound query={state.query} />}
        {state.phase === 'unavailable' && <Unavailable onRetry={retry} />}
        {state.phase === 'searching' && !results && (
          <p className={styles.loading}>
            <Translate id="search.loading">Buscando…</Translate>
          </p>
        )}
      </div>
      <Spoken>
        {state.phase === 'found' &&
          translate({ id: 'search.count', message: '{count} resultados' }, { count: String(count) })}
      </Spoken>
    </search>
  );
}
