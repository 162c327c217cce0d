import Translate from '@docusaurus/Translate';
import { FaultList } from '../client/FaultList.tsx';
import { useFaults } from '../client/use-faults.ts';
import styles from './Home.module.css';

/** Tells the operator what is left out of the portal; strangers get no such note. */
export function OperatorNote() {
  const faults = useFaults();
  if (faults.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>
        <Translate id="home.faults">O que ficou de fora</Translate>
      </h2>
      <p>
        <Translate id="home.faults.lead">
          Aviso para quem opera o portal: tudo o mais está no ar. Depois de corrigir, reinicie.
        </Translate>
      </p>
      <FaultList faults={faults} />
    </section>
  );
}
