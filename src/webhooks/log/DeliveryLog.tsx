import Translate from '@docusaurus/Translate';
import { useMemo } from 'react';
import { Awaiting } from '../../client/Awaiting.tsx';
import { PlatformProblem } from '../../client/PlatformProblem.tsx';
import { LiveSwitch } from '../../events/LiveSwitch.tsx';
import type { StreamState } from '../../events/use-stream.ts';
import { Button } from '../../ui/Button.tsx';
import { usePageQuery } from '../../ui/use-page-query.ts';
import { useEndpoints } from '../endpoints/use-endpoints.ts';
import { useEventTypes } from '../endpoints/use-event-types.ts';
import { FirstWebhook } from '../FirstWebhook.tsx';
import styles from './DeliveryLog.module.css';
import { DeliveryRow } from './DeliveryRow.tsx';
import { LogFilterBar } from './LogFilterBar.tsx';
import { LogPages } from './LogPages.tsx';
import { readFilters, writeFilters } from './log-filters.ts';
import { ResendFailed } from './ResendFailed.tsx';
import { useDeliveries } from './use-deliveries.ts';

interface Props {
  live: StreamState;
  onLive: (wanted: boolean) => void;
}

/** The delivery log: filters, live updates and resending. */
export function DeliveryLog({ live, onLive }: Props) {
  const { search, go, change } = usePageQuery();
  const filters = useMemo(() => readFilters(search), [search]);
  const open = new URLSearchParams(search).get('delivery') ?? undefined;
  const endpoints = useEndpoints().read.data ?? [];
  const eventTypes = useEventTypes();
  const log = useDeliveries(filters);
  const pages = log.data?.pages ?? [];
  const isFiltered = Object.values(filters).some(Boolean);
  const isEmpty = pages.every(({ data }) => data.length === 0);
  const isListed = pages.some(({ data }) => data.some(({ id }) => id === open));
  const show = (id: string | undefined) => change({ delivery: id });

  if (log.data && isEmpty && !isFiltered && !open) return <FirstWebhook />;
  return (
    <div className={styles.log}>
      <LogFilterBar
        filters={filters}
        eventTypes={eventTypes}
        endpoints={endpoints}
        onChange={(next) => go(writeFilters(search, next), 'replace')}
      />
      <div className={styles.bar}>
        <LiveSwitch state={live} onChange={onLive} />
        <ResendFailed endpoints={endpoints} />
      </div>
      {log.error && !log.isFetchNextPageError && (
        <PlatformProblem error={log.error} onRetry={() => void log.refetch()} />
      )}
      {open && log.data && !isListed && (
        <ul className={styles.rows}>
          <DeliveryRow id={open} isOpen onToggle={() => show(undefined)} />
        </ul>
      )}
      {!log.data && !log.error && (
        <Awaiting read={log}>
          <Translate id="webhooks.log.loading">Carregando as entregas…</Translate>
        </Awaiting>
      )}
      {log.data && isEmpty && (
        <div className={styles.none} role="status">
          <p>
            <Translate id="webhooks.log.none">Nenhuma entrega corresponde a estes filtros.</Translate>
          </p>
          {isFiltered && (
            <Button onClick={() => go(writeFilters(search, {}), 'replace')}>
              <Translate id="webhooks.log.all">Mostrar todas</Translate>
            </Button>
          )}
        </div>
      )}
      <LogPages log={log} open={open} onToggle={show} />
    </div>
  );
}
