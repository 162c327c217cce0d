import type { ReactNode } from 'react';
import styles from './Spoken.module.css';

/** What screen readers say when it changes, and nobody sees. */
export function Spoken({ children }: { children: ReactNode }) {
  return (
    <p role="status" className={styles.spoken}>
      {children}
    </p>
  );
}
