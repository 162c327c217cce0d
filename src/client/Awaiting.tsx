import type { ReactNode } from 'react';
import styles from './Awaiting.module.css';
import { PlatformProblem } from './PlatformProblem.tsx';
import type { PlatformError } from './platform-error.ts';

interface Props {
  read: { error: PlatformError | null; refetch: () => unknown };
  /** The loading message. */
  children: ReactNode;
}

/** A placeholder for data that is not there yet: loading, or the error. */
export function Awaiting({ read, children }: Props) {
  if (read.error) return <PlatformProblem error={read.error} onRetry={() => void read.refetch()} />;
  return (
    <p role="status" className={styles.waiting}>
      {children}
    </p>
  );
}
