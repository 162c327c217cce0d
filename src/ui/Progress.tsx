import clsx from 'clsx';
import styles from './Progress.module.css';

/** A line that moves as long as something is on its way; what it is has to be said beside it. */
export function Progress({ className }: { className?: string }) {
  return <div className={clsx(styles.progress, className)} aria-hidden="true" />;
}
