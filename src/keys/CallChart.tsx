import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { numberFormat, timeFormat } from '../format/formatters.ts';
import { Table } from '../ui/Table.tsx';
import styles from './CallChart.module.css';

const day = 86_400_000;
const height = 24;

interface Props {
  /** Calls per day (UTC), the oldest first; the last one is today. */
  calls: readonly number[];
  /** The name of the key or client. */
  name: string;
}

/**
 * Calls in the last 30 days: a bar chart, with a table of the figures one click away. A chart library would be most of the page's
 * weight.
 */
export function CallChart({ calls, name }: Props) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const write = (count: number) => numberFormat(currentLocale).format(count);
  const total = calls.reduce((sum, count) => sum + count, 0);
  const most = Math.max(...calls, 1);
  const today = Math.floor(Date.now() / day) * day;
  const busy = calls.flatMap((count, index) =>
    count > 0 ? [{ count, date: new Date(today - (calls.length - 1 - index) * day) }] : [],
  );
  const text =
    total === 1
      ? translate({ id: 'keys.calls.one', message: '1 chamada em 30 dias' })
      : translate({ id: 'keys.calls', message: '{count} chamadas em 30 dias' }, { count: write(total) });
  const caption = translate({ id: 'keys.calls.of', message: 'Chamadas com {name} por dia (UTC)' }, { name });
  const columns = [
    translate({ id: 'keys.calls.day', message: 'Dia' }),
    translate({ id: 'keys.calls.count', message: 'Chamadas' }),
  ];
  return (
    <figure className={styles.chart}>
      <svg viewBox={`0 0 ${calls.length * 4 - 1} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        {calls.map((count, index) => {
          const bar = count === 0 ? 1 : Math.max(2, Math.round((count / most) * height));
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: days have no identity besides their position
              key={index}
              x={index * 4}
              y={height - bar}
              width={3}
              height={bar}
              data-empty={count === 0}
            />
          );
        })}
      </svg>
      {busy.length === 0 ? (
        <figcaption>
          <Translate id="keys.calls.none">Nenhuma chamada em 30 dias</Translate>
        </figcaption>
      ) : (
        <details>
          <summary>{text}</summary>
          <Table caption={caption} columns={columns} rows={busy.toReversed()}>
            {({ date, count }) => (
              <tr key={date.toISOString()}>
                <td>{timeFormat(currentLocale, { timeZone: 'UTC', day: 'numeric', month: 'short' }).format(date)}</td>
                <td>{write(count)}</td>
              </tr>
            )}
          </Table>
        </details>
      )}
    </figure>
  );
}
