import clsx from 'clsx';
import styles from './Progress.module.css';

/** An indeterminate progress bar; the text beside it must say what is loading. */
export function Progress({ className }: { className?: string }) {
  return <div className={clsx(styles.progress, className)} aria-hidden="true" />;
}
