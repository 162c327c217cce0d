import clsx from 'clsx';
import type { ReactNode } from 'react';
import styles from './ButtonRow.module.css';

interface Props {
  /** Where they stand: at the end in a dialog. */
  align?: 'start' | 'end';
  /** `small` for small buttons, so that the links among them suit them. */
  size?: 'small' | 'medium';
  children: ReactNode;
}

/** Buttons side by side, and links among them. */
export function ButtonRow({ align = 'start', size = 'medium', children }: Props) {
  return <div className={clsx(styles.row, styles[align], styles[size])}>{children}</div>;
}
