import { useMemo, useState } from 'react';
import { PlatformProblem } from '../../client/PlatformProblem.tsx';
import { useCredentialNames } from '../../client/use-credential-names.ts';
import { LiveSwitch } from '../../events/LiveSwitch.tsx';
import { usePageQuery } from '../../ui/use-page-query.ts';
import { FilterBar } from './FilterBar.tsx';
import { NewRequests, SpokenArrivals } from './NewRequests.tsx';
import { NoRequests, WaitingRows } from './NoRequests.tsx';
import { NotLogged } from './NotLogged.tsx';
import styles from './RequestLog.module.css';
import { RequestPages } from './RequestPages.tsx';
import { isFiltered, type RequestFilters, readFilters, writeFilters } from './request-filters.ts';
import { useLiveRequests } from './use-live-requests.ts';
import { useReading } from './use-reading.ts';
import { useRequests } from './use-requests.ts';

/** The log: filters in the address, new calls on top, older ones below. */
export function RequestLog({ onOpen }: { onOpen: () => void }) {
  const { search, go } = usePageQuery();
  const text = JSON.stringify(readFilters(search));
  const filters = useMemo<RequestFilters>(() => JSON.parse(text), [text]);
  const [isLive, setLive] = useState(true);
  const { list, isRead } = useReading<HTMLElement>();
  const live = useLiveRequests(filters, isLive, isRead);
  const log = useRequests(filters);
  const names = useCredentialNames();
  const isEmpty = log.data?.pages.every(({ data }) => data.length === 0);
  const newest = log.data?.pages[0]?.data.length;
  const apply = (next: RequestFilters) => go(writeFilters(search, next), 'replace');
  async function showNew() {
    await live.show().catch(() => {});
    list.current?.scrollIntoView();
    list.current?.focus({ preventScroll: true });
  }

  return (
    <div className={styles.log}>
      <FilterBar filters={filters} names={names} onChange={apply}>
        <LiveSwitch state={live.state} onChange={setLive} />
      </FilterBar>
      <NotLogged />
      {log.error && !log.isFetchNextPageError && (
        <PlatformProblem error={log.error} onRetry={() => void log.refetch()} />
      )}
      {!log.data && !log.error && <WaitingRows />}
      {isEmpty && !log.hasNextPage && !log.error && (
        <NoRequests isFiltered={isFiltered(filters)} onClear={() => apply({ target: filters.target })} />
      )}
      <NewRequests count={live.waiting} onShow={() => void showNew()} />
      {newest !== undefined && !log.isPlaceholderData && <SpokenArrivals key={text} total={newest + live.waiting} />}
      <RequestPages ref={list} log={log} names={names} search={search} onOpen={onOpen} />
    </div>
  );
}
