import clsx from 'clsx';
import type { ReactNode } from 'react';
import styles from './Notice.module.css';

interface Props {
  kind?: 'note' | 'good' | 'warn' | 'bad';
  /** `status` or `alert` when it appears after something the person did. */
  role?: 'status' | 'alert';
  children: ReactNode;
  className?: string;
}

/** A sentence or two that stand out, with what to do about it. */
export function Notice({ kind = 'note', role, children, className }: Props) {
  return (
    <div role={role} className={clsx(styles.notice, styles[kind], className)}>
      {children}
    </div>
  );
}
