import type { ReactNode } from 'react';
import styles from './Awaiting.module.css';
import { PlatformProblem } from './PlatformProblem.tsx';
import type { PlatformError } from './platform-error.ts';

interface Props {
  read: { error: PlatformError | null; refetch: () => unknown };
  /** Says what is being read. */
  children: ReactNode;
}

/** Stands in the place of what is not there yet: that it is being read, or why it could not be. */
export function Awaiting({ read, children }: Props) {
  if (read.error) return <PlatformProblem error={read.error} onRetry={() => void read.refetch()} />;
  return (
    <p role="status" className={styles.waiting}>
      {children}
    </p>
  );
}
