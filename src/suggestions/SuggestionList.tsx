import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import { useEffect, useRef } from 'react';
import { Awaiting } from '../client/Awaiting.tsx';
import { PlatformProblem } from '../client/PlatformProblem.tsx';
import { useMayWrite } from '../client/use-may-write.ts';
import { Button } from '../ui/Button.tsx';
import { GuideLink } from '../ui/GuideLink.tsx';
import { Notice } from '../ui/Notice.tsx';
import { usePageQuery } from '../ui/use-page-query.ts';
import { FilterBar } from './FilterBar.tsx';
import { readFilters } from './read-filters.ts';
import { SuggestionCard } from './SuggestionCard.tsx';
import styles from './Suggestions.module.css';
import { type SuggestionChange, useSuggestions } from './use-suggestions.ts';

/** What the readers of the portal suggest, for its provider: by state, API and page. */
export function SuggestionList() {
  const { search, change: changeQuery } = usePageQuery();
  const filters = readFilters(search);
  const { read, change } = useSuggestions(filters);
  const mayWrite = useMayWrite();
  const said = useRef<HTMLDivElement>(null);

  // The button that was pressed may be gone with its suggestion.
  useEffect(() => {
    if (change.isSuccess) said.current?.focus();
  }, [change.isSuccess]);

  if (read.error?.status === 403) return <NotProvider />;
  const found = read.data?.pages.flatMap(({ data }) => data);
  return (
    <>
      <FilterBar filters={filters} onChange={changeQuery} />
      <div ref={said} role="status" tabIndex={-1} className={styles.said}>
        {change.isSuccess && <Done change={change.variables} />}
      </div>
      {change.error && <PlatformProblem error={change.error} />}
      {found ? (
        <div aria-busy={change.isPending || read.isFetching}>
          {found.length === 0 && <Empty isFiltered={search !== ''} />}
          {found.map((suggestion) => (
            <SuggestionCard
              key={suggestion.id}
              suggestion={suggestion}
              mayWrite={mayWrite}
              busy={change.isPending}
              onChange={change.mutate}
              onChoosePage={(page) => changeQuery({ page })}
            />
          ))}
          {read.hasNextPage && (
            <Button disabled={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
              <Translate id="suggestions.more">Mostrar mais</Translate>
            </Button>
          )}
        </div>
      ) : (
        <Awaiting read={read}>
          <Translate id="suggestions.loading">Carregando as sugestões…</Translate>
        </Awaiting>
      )}
    </>
  );
}

function Done({ change }: { change: SuggestionChange }) {
  if (change.kind === 'delete') return <Translate id="suggestions.done.delete">A sugestão foi excluída.</Translate>;
  if (change.kind === 'open') return <Translate id="suggestions.done.open">A sugestão foi reaberta.</Translate>;
  return <Translate id="suggestions.done.done">A sugestão foi marcada como resolvida.</Translate>;
}

function Empty({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered)
    return (
      <p>
        <Translate id="suggestions.empty.filtered">Nenhuma sugestão com estes filtros.</Translate>
      </p>
    );
  return (
    <p>
      <Translate id="suggestions.empty">
        Nenhuma sugestão em aberto. O que os leitores escrevem no rodapé das páginas aparece aqui.
      </Translate>
    </p>
  );
}

function NotProvider() {
  return (
    <Notice>
      <p>
        <Translate
          id="suggestions.notProvider"
          values={{
            account: (
              <Link to="/account">
                <Translate id="suggestions.notProvider.account">mude de espaço na sua conta</Translate>
              </Link>
            ),
          }}
        >
          {
            'Só o provedor deste portal lê as sugestões, e o espaço de trabalho em que você está não é o dele. Se você também é membro do dele, {account}.'
          }
        </Translate>{' '}
        <GuideLink to="operate#suggestions">
          <Translate id="suggestions.notProvider.guide">Como se define o espaço do provedor</Translate>
        </GuideLink>
      </p>
    </Notice>
  );
}
