import Translate from '@docusaurus/Translate';
import { memo, useCallback, useEffect, useRef } from 'react';
import { PlatformProblem } from '../../client/PlatformProblem.tsx';
import type { DeliveryPage } from '../../generated/platform/types.gen.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './DeliveryLog.module.css';
import { DeliveryRow } from './DeliveryRow.tsx';
import type { useDeliveries } from './use-deliveries.ts';

interface Props {
  log: ReturnType<typeof useDeliveries>;
  /** The id of the expanded delivery. */
  open: string | undefined;
  onToggle: (id: string | undefined) => void;
}

/** The rows of the log; scrolling near the end loads the next page. */
export function LogPages({ log, open, onToggle }: Props) {
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, error } = log;
  const end = useRef<HTMLDivElement>(null);
  const toggled = useRef(onToggle);
  useEffect(() => {
    toggled.current = onToggle;
  });
  const toggle = useCallback((id: string | undefined) => toggled.current(id), []);

  useEffect(() => {
    if (!end.current || !hasNextPage || isFetchingNextPage || isFetchNextPageError) return;
    const watcher = new IntersectionObserver((entries) => entries.at(-1)?.isIntersecting && void fetchNextPage(), {
      rootMargin: '600px',
    });
    watcher.observe(end.current);
    return () => watcher.disconnect();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  return (
    <>
      <div aria-busy={log.isPlaceholderData} className={styles.pages}>
        {data?.pages.map((page, index) => (
          <Rows
            // biome-ignore lint/suspicious/noArrayIndexKey: pages have no identity besides their position
            key={index}
            page={page}
            open={page.data.some(({ id }) => id === open) ? open : undefined}
            onToggle={toggle}
          />
        ))}
      </div>
      <div ref={end} className={styles.end}>
        {isFetchNextPageError && error && <PlatformProblem error={error} onRetry={() => void fetchNextPage()} />}
        {hasNextPage && !isFetchNextPageError && (
          <Button variant="plain" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {isFetchingNextPage ? (
              <Translate id="webhooks.log.loadingMore">Carregando mais…</Translate>
            ) : (
              <Translate id="webhooks.log.more">Mostrar mais antigas</Translate>
            )}
          </Button>
        )}
      </div>
    </>
  );
}

/** One page, re-rendered only if something in it has changed. */
const Rows = memo(function Rows({ page, open, onToggle }: { page: DeliveryPage } & Omit<Props, 'log'>) {
  return (
    <ul className={styles.rows}>
      {page.data.map((delivery) => (
        <DeliveryRow
          key={delivery.id}
          id={delivery.id}
          delivery={delivery}
          isOpen={delivery.id === open}
          onToggle={onToggle}
        />
      ))}
    </ul>
  );
});
