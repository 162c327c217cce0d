import Translate from '@docusaurus/Translate';
import { FaultList } from '../client/FaultList.tsx';
import { useFaults } from '../client/use-faults.ts';
import styles from './DocumentFaults.module.css';

/** Replaces the pages of an API that is left out; the operator also sees what is wrong, where, and how to fix it. */
export function DocumentFaults({ data }: { data: { slug: string } }) {
  const faults = useFaults().filter(({ api }) => api === data.slug);
  return (
    <div className={styles.page}>
      <h1>{data.slug}</h1>
      <p>
        <Translate id="reference.faultsLead">
          Esta API não está disponível agora: há um erro no que a descreve, e quem a fornece precisa corrigi-lo. As
          outras APIs não são afetadas.
        </Translate>
      </p>
      {faults.length > 0 && <FaultList faults={faults} />}
    </div>
  );
}
