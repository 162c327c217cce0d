import type { ReactNode } from 'react';
import styles from './SandboxPlan.module.css';
import type { FactData } from './sandbox-plan-data.ts';

interface Props {
  facts: FactData[];
  /** The language of the facts, where it is not that of the page. */
  lang?: string;
  children?: ReactNode;
}

/** A description list of facts. */
export function PlanFacts({ facts, lang, children }: Props) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, text }) => (
        <div key={name} lang={lang}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
      {children}
    </dl>
  );
}
