import type { ReactNode } from 'react';
import { MethodBadge } from '../ui/MethodBadge.tsx';
import styles from './FirstCall.module.css';

/** A call in one line: method, path and result. */
export function CallLine({ method, path, children }: { method: string; path: string; children?: ReactNode }) {
  return (
    <div className={styles.line}>
      <MethodBadge method={method} compact />
      <code className={styles.path} translate="no">
        {path}
      </code>
      {children}
    </div>
  );
}
