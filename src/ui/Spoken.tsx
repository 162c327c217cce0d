import type { ReactNode } from 'react';
import styles from './Spoken.module.css';

/** Visually hidden text that screen readers announce when it changes. */
export function Spoken({ children }: { children: ReactNode }) {
  return (
    <p role="status" className={styles.spoken}>
      {children}
    </p>
  );
}
