import Link from '@docusaurus/Link';
import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { useId } from 'react';
import type { Metrics, MetricsPoint } from '../generated/platform/types.gen.ts';
import { Table } from '../ui/Table.tsx';
import styles from './Chart.module.css';
import { Columns } from './Columns.tsx';
import { topOf } from './chart-scale.ts';
import { Lines } from './Lines.tsx';
import { pointTime } from './point-time.ts';
import { requestsLink } from './requests-link.ts';
import type { UsageQuery } from './usage-query.ts';

/** One of the figures that a chart draws, from the bottom up. */
export interface Layer {
  label: string;
  tone: 'plain' | 'sent' | 'client' | 'limited' | 'server';
  read: (point: MetricsPoint) => number | null;
}

interface Props {
  title: string;
  kind: 'columns' | 'lines';
  layers: Layer[];
  /** The top of the scale is at least this. */
  least: number;
  write: (value: number, locale: string) => string;
  query: UsageQuery;
  metrics: Metrics;
}

/** A chart of the period, and the same figures as a table. */
export function Chart({ title, kind, layers, least, write, query, metrics: { series, period, point_seconds } }: Props) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const id = useId();
  const values = series.map((point) => layers.map(({ read }) => read(point)));
  const heights =
    kind === 'columns' ? values.map((row) => row.reduce((sum: number, one) => sum + (one ?? 0), 0)) : values.flat();
  const top = topOf(heights, least);
  const timeOf = (at: string) => pointTime(at, period, currentLocale);
  const untilOf = (at: string) => new Date(Date.parse(at) + point_seconds * 1000).toISOString();
  const busy = series.flatMap((point, index) => (point.calls > 0 ? [{ point, row: values[index] ?? [] }] : []));
  const textOf = (value: number | null | undefined) => (typeof value === 'number' ? write(value, currentLocale) : '–');
  const Drawing = kind === 'columns' ? Columns : Lines;
  const last = series.at(-1);
  return (
    <figure className={styles.chart} aria-labelledby={id}>
      <figcaption>
        <h2 id={id}>{title}</h2>
        <ul className={styles.legend}>
          {layers.toReversed().map(({ label, tone }) => (
            <li key={label} data-tone={tone}>
              {label}
            </li>
          ))}
        </ul>
      </figcaption>
      <div className={styles.plot} aria-hidden="true">
        <span>{write(top, currentLocale)}</span>
        <Drawing layers={layers} values={values} top={top}>
          {busy.map(({ point, row }) => (
            <rect key={point.at} x={series.indexOf(point) * 10} y={0} width={10} height={100}>
              <title>
                {[timeOf(point.at), ...layers.map(({ label }, index) => `${label}: ${textOf(row[index])}`)].join('\n')}
              </title>
            </rect>
          ))}
        </Drawing>
        {series[0] && last && (
          <p className={styles.times}>
            <span>{timeOf(series[0].at)}</span>
            <span>{timeOf(untilOf(last.at))}</span>
          </p>
        )}
      </div>
      <details>
        <summary>
          <Translate id="usage.chart.table">Os mesmos números em uma tabela</Translate>
        </summary>
        <Table
          caption={translate(
            { id: 'usage.chart.caption', message: '{title}, do mais recente ao mais antigo' },
            { title },
          )}
          columns={[
            translate({ id: 'usage.chart.from', message: 'A partir de' }),
            ...layers.toReversed().map(({ label }) => label),
          ]}
          rows={busy.toReversed()}
          empty={translate({ id: 'usage.chart.none', message: 'Nenhuma chamada neste período.' })}
        >
          {({ point: { at }, row }) => (
            <tr key={at}>
              <td>
                <Link to={requestsLink(query, at, { until: untilOf(at) })}>{timeOf(at)}</Link>
              </td>
              {row.toReversed().map((value, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity besides their column
                <td key={index}>{textOf(value)}</td>
              ))}
            </tr>
          )}
        </Table>
      </details>
    </figure>
  );
}
