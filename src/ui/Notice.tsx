import clsx from 'clsx';
import type { ReactNode } from 'react';
import styles from './Notice.module.css';

interface Props {
  kind?: 'note' | 'good' | 'warn' | 'bad';
  /** Set it when the notice appears in response to an action: `status` for news, `alert` for errors. */
  role?: 'status' | 'alert';
  children: ReactNode;
  className?: string;
}

/** A highlighted message of a sentence or two, with what to do about it. */
export function Notice({ kind = 'note', role, children, className }: Props) {
  return (
    <div role={role} className={clsx(styles.notice, styles[kind], className)}>
      {children}
    </div>
  );
}
