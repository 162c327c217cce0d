import type { ReactNode } from 'react';
import styles from './SandboxPlan.module.css';
import type { FactData } from './sandbox-plan-data.ts';

interface Props {
  facts: FactData[];
  children?: ReactNode;
}

/** A description list of facts. */
export function PlanFacts({ facts, children }: Props) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, text }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
      {children}
    </dl>
  );
}
