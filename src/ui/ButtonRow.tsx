import clsx from 'clsx';
import type { ReactNode } from 'react';
import styles from './ButtonRow.module.css';

interface Props {
  /** `end` in dialogs. */
  align?: 'start' | 'end';
  /** Set to `small` with small buttons, so that links match their size. */
  size?: 'small' | 'medium';
  children: ReactNode;
}

/** A row of buttons and links. */
export function ButtonRow({ align = 'start', size = 'medium', children }: Props) {
  return <div className={clsx(styles.row, styles[align], styles[size])}>{children}</div>;
}
