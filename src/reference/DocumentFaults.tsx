import Translate from '@docusaurus/Translate';
import type { FaultData } from '../documents/api-index-data.ts';
import styles from './DocumentFaults.module.css';

/** Replaces the page of an API whose document is invalid: what is wrong, where, and how to fix it. */
export function DocumentFaults({ data }: { data: { slug: string; faults: FaultData[] } }) {
  return (
    <div className={styles.page}>
      <h1>{data.slug}</h1>
      <p>
        <Translate id="reference.faultsLead">
          O documento desta API não pôde ser lido, então ela ainda não tem páginas nem sandbox. Corrija os erros abaixo
          e reinicie o portal; as outras APIs não são afetadas.
        </Translate>
      </p>
      <ol className={styles.faults}>
        {data.faults.map(({ file, line, message, remedy }) => (
          <li key={`${file}:${line} ${message}`}>
            <code translate="no">{`${file}:${line}`}</code>
            <p>{message}</p>
            <p className={styles.remedy}>{remedy}</p>
          </li>
        ))}
      </ol>
    </div>
  );
}
