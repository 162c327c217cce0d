import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { timeFormat } from '../format/formatters.ts';
import styles from './ResponsePane.module.css';

/** That an answer is one of the history. */
export function PastNotice({ at }: { at: string }) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const time = timeFormat(currentLocale, { dateStyle: 'short', timeStyle: 'medium' }).format(new Date(at));
  return (
    <p className={styles.past}>
      <Translate id="console.history.past" values={{ time: <time dateTime={at}>{time}</time> }}>
        {'Resposta de {time}, guardada neste navegador.'}
      </Translate>
    </p>
  );
}
