import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import styles from './ResponsePane.module.css';

/** That an answer is one of the history. */
export function PastNotice({ at }: { at: string }) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const time = new Date(at).toLocaleString(currentLocale, { dateStyle: 'short', timeStyle: 'medium' });
  return (
    <p className={styles.past}>
      <Translate id="console.history.past" values={{ time: <time dateTime={at}>{time}</time> }}>
        {'Resposta de {time}, guardada neste navegador.'}
      </Translate>
    </p>
  );
}
