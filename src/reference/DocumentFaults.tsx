import Translate from '@docusaurus/Translate';
import type { FaultData } from '../documents/api-index-data.ts';
import styles from './DocumentFaults.module.css';

/** What stands in the place of an API whose document cannot be served: what is wrong, where, and how to mend it. */
export function DocumentFaults({ data }: { data: { slug: string; faults: FaultData[] } }) {
  return (
    <div className={styles.page}>
      <h1>{data.slug}</h1>
      <p>
        <Translate id="reference.faultsLead">
          O documento desta API não pôde ser lido, então ela ainda não tem páginas nem sandbox. Corrija o que está
          abaixo e inicie o portal de novo; as outras APIs não são afetadas.
        </Translate>
      </p>
      <ol className={styles.faults}>
        {data.faults.map(({ file, line, message, mend }) => (
          <li key={`${file}:${line} ${message}`}>
            <code translate="no">{`${file}:${line}`}</code>
            <p>{message}</p>
            <p className={styles.mend}>{mend}</p>
          </li>
        ))}
      </ol>
    </div>
  );
}
