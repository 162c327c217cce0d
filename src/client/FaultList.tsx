import { translate } from '@docusaurus/Translate';
import type { FaultData } from '../documents/api-index-data.ts';
import styles from './FaultList.module.css';

/** Faults of APIs: what is left out, where the fault is, and how to fix it. */
export function FaultList({ faults }: { faults: FaultData[] }) {
  return (
    <ol className={styles.faults}>
      {faults.map((fault) => (
        <li key={`${fault.api} ${fault.file}:${fault.line} ${fault.message}`}>
          <strong>{lossText(fault)}</strong> <code translate="no">{`${fault.file}:${fault.line}`}</code>
          <p>{fault.message}</p>
          <p className={styles.remedy}>{fault.remedy}</p>
        </li>
      ))}
    </ol>
  );
}

function lossText({ api, operation, left_out }: FaultData): string {
  if (left_out === 'api') return translate({ id: 'faults.api', message: '{api} ficou de fora' }, { api });
  if (left_out === 'operation' && operation)
    return translate({ id: 'faults.operation', message: '{operation} ficou de fora de {api}' }, { api, operation });
  return translate({ id: 'faults.part', message: '{api}, em parte' }, { api });
}
