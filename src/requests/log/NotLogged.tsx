import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import styles from './RequestLog.module.css';
import { useFigures } from './use-figures.ts';

/** How many calls the log could not keep, if any. */
export function NotLogged() {
  const { currentLocale } = useDocusaurusContext().i18n;
  const count = useFigures('operation')?.totals.not_logged ?? 0;
  if (count === 0) return null;
  return (
    <p className={styles.notLogged} role="status">
      <Translate id="requests.notLogged" values={{ count: <b key="count">{count.toLocaleString(currentLocale)}</b> }}>
        {'Nos últimos 30 dias, {count} chamadas vieram rápido demais e não estão nesta lista. Elas foram contadas.'}
      </Translate>
    </p>
  );
}
