import type { ReactNode } from 'react';
import styles from './Fact.module.css';

/** A term and its value in a description list; renders nothing if there is no value. */
export function Fact({ term, children }: { term: ReactNode; children: ReactNode }) {
  if (children === undefined || children === null || children === false) return null;
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Facts in rows, each term beside its value. */
export function FactList({ children }: { children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>;
}
