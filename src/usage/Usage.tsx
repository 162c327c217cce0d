import Translate from '@docusaurus/Translate';
import { useMemo } from 'react';
import { Awaiting } from '../client/Awaiting.tsx';
import { PlatformProblem } from '../client/PlatformProblem.tsx';
import { PlatformProvider } from '../client/PlatformProvider.tsx';
import type { Metrics } from '../generated/platform/types.gen.ts';
import { Notice } from '../ui/Notice.tsx';
import { usePageQuery } from '../ui/use-page-query.ts';
import { Charts } from './Charts.tsx';
import { FigureList } from './FigureList.tsx';
import { GroupTable } from './GroupTable.tsx';
import { NoCalls } from './NoCalls.tsx';
import styles from './Usage.module.css';
import { UsageBar } from './UsageBar.tsx';
import { readUsageQuery, type UsageQuery, writeUsageQuery } from './usage-query.ts';
import { useMetrics } from './use-metrics.ts';
import { WhatCounts } from './WhatCounts.tsx';

/** The calls of this browser's workspace in a period, beside the period before. */
export function Usage() {
  return (
    <PlatformProvider>
      <UsageParts />
    </PlatformProvider>
  );
}

function UsageParts() {
  const { search, go } = usePageQuery();
  const query = useMemo(() => readUsageQuery(search), [search]);
  const read = useMetrics(query);
  const change = (next: UsageQuery) => go(writeUsageQuery(next));
  return (
    <div className={styles.usage}>
      <UsageBar query={query} onChange={change} />
      {read.data && read.error && <PlatformProblem error={read.error} onRetry={() => void read.refetch()} />}
      {read.data ? (
        <div className={styles.parts} aria-busy={read.isPlaceholderData}>
          <Shown {...read.data} onChange={change} />
        </div>
      ) : (
        <Awaiting read={read}>
          <Translate id="usage.loading">Contando as chamadas…</Translate>
        </Awaiting>
      )}
      <WhatCounts />
    </div>
  );
}

interface Props {
  query: UsageQuery;
  metrics: Metrics;
  onChange: (query: UsageQuery) => void;
}

function Shown({ query, metrics, onChange }: Props) {
  const { totals, previous } = metrics;
  if (totals.calls === 0 && previous.calls === 0) return <NoCalls query={query} onChange={onChange} />;
  return (
    <>
      {totals.not_logged > 0 && (
        <Notice kind="warn">
          <p>
            <Translate id="usage.notLogged" values={{ count: totals.not_logged }}>
              {'Chamadas demais de uma vez: {count} foram contadas, mas não estão no registro de requisições.'}
            </Translate>
          </p>
        </Notice>
      )}
      <FigureList query={query} metrics={metrics} />
      <Charts query={query} metrics={metrics} />
      <GroupTable query={query} metrics={metrics} />
    </>
  );
}
