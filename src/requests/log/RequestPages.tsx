import Translate, { translate } from '@docusaurus/Translate';
import { memo, type RefObject, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { PlatformProblem } from '../../client/PlatformProblem.tsx';
import type { RequestPage } from '../../generated/platform/types.gen.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './RequestLog.module.css';
import { RequestRow } from './RequestRow.tsx';
import type { useRequests } from './use-requests.ts';

interface RowsProps {
  names: Map<string, string>;
  /** The page's query string, which each entry's address extends. */
  search: string;
  onOpen: () => void;
}

interface Props extends RowsProps {
  ref: RefObject<HTMLElement | null>;
  log: ReturnType<typeof useRequests>;
}

/** The rows. Scrolling near the end loads the next page, unless the server has looked far without finding much. */
export function RequestPages({ ref, log, names, search, onOpen }: Props) {
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, error } = log;
  const end = useRef<HTMLDivElement>(null);
  const [openedAt] = useState(Date.now);
  const opened = useRef(onOpen);
  useEffect(() => {
    opened.current = onOpen;
  });
  const [open] = useState(() => () => opened.current());
  // A thousand rows are drawn in slices, between which the page goes on responding: a filter changes the address of each.
  const wanted = useMemo(() => ({ pages: data?.pages, search }), [data, search]);
  const shown = useDeferredValue(wanted);
  const isDrawn = shown === wanted;
  const isCut = hasNextPage && (data?.pages.at(-1)?.data.length ?? 0) === 0;

  useEffect(() => {
    // Before the rows are drawn, their end is where they will begin.
    if (!end.current || !isDrawn || !hasNextPage || isCut || isFetchingNextPage || isFetchNextPageError) return;
    const watcher = new IntersectionObserver((entries) => entries.at(-1)?.isIntersecting && void fetchNextPage(), {
      rootMargin: '600px',
    });
    watcher.observe(end.current);
    return () => watcher.disconnect();
  }, [isDrawn, hasNextPage, isCut, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  return (
    <>
      <section
        ref={ref}
        tabIndex={-1}
        aria-label={translate({ id: 'requests.list', message: 'Requisições, das mais recentes às mais antigas' })}
        aria-busy={log.isPlaceholderData || !isDrawn}
        className={styles.pages}
      >
        {shown.pages?.map((page, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pages have no identity besides their position
          <Rows key={index} page={page} openedAt={openedAt} names={names} search={shown.search} onOpen={open} />
        ))}
      </section>
      <div ref={end} className={styles.end}>
        {isFetchNextPageError && error && <PlatformProblem error={error} onRetry={() => void fetchNextPage()} />}
        {isCut && !isFetchingNextPage && (
          <p>
            <Translate id="requests.cut">Há chamadas mais antigas que ainda não foram examinadas.</Translate>
          </p>
        )}
        {hasNextPage && !isFetchNextPageError && (
          <Button
            variant={isCut ? 'quiet' : 'plain'}
            disabled={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            {isFetchingNextPage ? (
              <Translate id="requests.searching">Procurando…</Translate>
            ) : (
              <Translate id="requests.further">Procurar nas mais antigas</Translate>
            )}
          </Button>
        )}
      </div>
    </>
  );
}

/** One page, rendered again only if something in it has changed. */
const Rows = memo(function Rows({
  page,
  openedAt,
  names,
  search,
  onOpen,
}: RowsProps & { page: RequestPage; openedAt: number }) {
  return (
    <ul className={styles.rows}>
      {page.data.map((request) => (
        <RequestRow
          key={request.id}
          request={request}
          isNew={Date.parse(request.at) > openedAt}
          names={names}
          search={search}
          onOpen={onOpen}
        />
      ))}
    </ul>
  );
});
