import { translate } from '@docusaurus/Translate';
import { formatDuration, formatSize } from '../format/format-figures.ts';
import type { Metrics } from '../generated/platform/types.gen.ts';
import styles from './Chart.module.css';
import { Chart } from './Chart.tsx';
import { writeCount } from './shown-figures.ts';
import type { UsageQuery } from './usage-query.ts';

/** Calls, times and bytes over the period. */
export function Charts(props: { query: UsageQuery; metrics: Metrics }) {
  return (
    <div className={styles.charts}>
      <Chart
        {...props}
        title={translate({ id: 'usage.chart.calls', message: 'Chamadas' })}
        kind="columns"
        least={5}
        write={writeCount}
        layers={[
          {
            label: translate({ id: 'usage.serverErrors', message: 'Falhas 5xx' }),
            tone: 'server',
            read: ({ server_errors }) => server_errors,
          },
          {
            label: translate({ id: 'usage.rateLimited', message: 'Limites (429)' }),
            tone: 'limited',
            read: ({ rate_limited }) => rate_limited,
          },
          {
            label: translate({ id: 'usage.clientErrors', message: 'Erros 4xx' }),
            tone: 'client',
            read: ({ client_errors }) => client_errors,
          },
          {
            label: translate({ id: 'usage.answered', message: 'Sem erro' }),
            tone: 'plain',
            read: ({ calls, client_errors, rate_limited, server_errors }) =>
              calls - client_errors - rate_limited - server_errors,
          },
        ]}
      />
      <Chart
        {...props}
        title={translate({ id: 'usage.chart.times', message: 'Tempo' })}
        kind="lines"
        least={1}
        write={formatDuration}
        layers={[
          { label: 'p50', tone: 'plain', read: ({ p50_ms }) => p50_ms },
          { label: 'p95', tone: 'client', read: ({ p95_ms }) => p95_ms },
          { label: 'p99', tone: 'server', read: ({ p99_ms }) => p99_ms },
        ]}
      />
      <Chart
        {...props}
        title={translate({ id: 'usage.chart.bytes', message: 'Bytes' })}
        kind="columns"
        least={100}
        write={formatSize}
        layers={[
          {
            label: translate({ id: 'usage.sent', message: 'Enviado' }),
            tone: 'sent',
            read: ({ request_bytes }) => request_bytes,
          },
          {
            label: translate({ id: 'usage.received', message: 'Recebido' }),
            tone: 'plain',
            read: ({ response_bytes }) => response_bytes,
          },
        ]}
      />
    </div>
  );
}
