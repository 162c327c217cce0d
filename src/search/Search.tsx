import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Spoken } from '../ui/Spoken.tsx';
import { Correction } from './Correction.tsx';
import type { Command } from './commands/command.ts';
import { useCommands } from './commands/use-commands.ts';
import type { Hit } from './hits.ts';
import { optionGroups } from './option-groups.ts';
import { ResultList } from './ResultList.tsx';
import { Scopes } from './Scopes.tsx';
import styles from './Search.module.css';
import { NothingFound, Unavailable } from './SearchNotice.tsx';
import { keyOfOption } from './search-option.ts';
import { useGroups } from './use-groups.ts';
import { useOptions } from './use-options.ts';
import { useSearch } from './use-search.ts';
import { useSuggestions } from './use-suggestions.ts';

interface Props {
  query: string;
  onQuery: (query: string) => void;
  /** Called when a page is chosen, and by commands that need the page. */
  onChoose?: () => void;
  /** Content beside the field. */
  aside?: ReactNode;
}

/** How many pages are shown at first, and added by each "more". */
const step = 10;

/** The search: a field, the scopes and the results, or suggestions and commands before anything is typed. */
export function Search({ query, onQuery, onChoose, aside }: Props) {
  const { siteConfig } = useDocusaurusContext();
  const { here, nameOf } = useGroups();
  const [only, setOnly] = useState<string>();
  const [limit, setLimit] = useState(step);
  const [literal, setLiteral] = useState<string>();
  const isLiteral = literal === query;
  const { state, retry } = useSearch(query, { only, here, limit, isLiteral }, siteConfig.baseUrl);
  const suggestions = useSuggestions();
  const commands = useCommands(() => onChoose?.());
  const [done, setDone] = useState<string>();
  const isHurried = useRef(false);
  const field = useRef<HTMLInputElement>(null);

  const { phase, results } = state;
  const groups = optionGroups({ query, results, commands, suggestions, nameOf });
  const count = groups.reduce((sum, { options }) => sum + options.length, 0);
  const left = results?.left ?? 0;
  const keys = groups.flatMap((group) => group.options.map((option) => keyOfOption(group, option)));
  const options = useOptions(left > 0 ? [...keys, `more-${limit}`] : keys, `${query}${only}${isLiteral}`);

  function type(next: string) {
    setLimit(step);
    setDone(undefined);
    onQuery(next);
  }

  function choose(hit: Hit) {
    suggestions.remember(hit, results?.corrected ?? query);
    onChoose?.();
  }

  // Both buttons go with what they do, and leave the focus to the field.
  function beLiteral() {
    setLiteral(query);
    field.current?.focus();
  }

  function forget() {
    suggestions.forget();
    field.current?.focus();
  }

  async function obey({ run }: Command) {
    if (run) setDone(await run());
    else onChoose?.();
  }

  // If Enter was pressed before the results arrived, go to the first result as soon as it is there.
  const first = options.idOf(0);
  useEffect(() => {
    if (phase !== 'found' || !isHurried.current) return;
    isHurried.current = false;
    document.getElementById(first)?.click();
  }, [phase, first]);

  const found = translate({ id: 'search.count', message: '{count} resultados' }, { count: String(count) });
  return (
    <search className={styles.search}>
      <div className={styles.head}>
        <input
          ref={field}
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
            isHurried.current = event.key === 'Enter' && phase === 'searching' && !state.isCurrent;
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
      <div className={styles.results} data-phase={phase}>
        {results?.corrected !== undefined && (
          <Correction meant={results.corrected} typed={query.trim()} onLiteral={beLiteral} />
        )}
        <ResultList
          groups={groups}
          terms={results?.terms.join(' ') ?? ''}
          options={options}
          left={left}
          onHit={choose}
          onQuery={type}
          onCommand={obey}
          onMore={() => setLimit(limit + step)}
        />
        {phase === 'idle' && suggestions.recent.length + suggestions.searches.length > 0 && (
          <button type="button" className={styles.forget} onClick={forget}>
            <Translate id="search.forget">Limpar buscas e páginas recentes</Translate>
          </button>
        )}
        {phase === 'found' && count === 0 && <NothingFound query={query.trim()} />}
        {phase === 'unavailable' && <Unavailable onRetry={retry} />}
        {phase === 'searching' && !results && (
          <p className={styles.loading}>
            <Translate id="search.loading">Buscando…</Translate>
          </p>
        )}
      </div>
      {done && <p className={styles.done}>{done}</p>}
      <Spoken>{done ?? (phase === 'found' && [results?.corrected, found].filter(Boolean).join(': '))}</Spoken>
    </search>
  );
}
